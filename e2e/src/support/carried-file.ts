import type { Locator } from '@playwright/test';

type Stage = 'dragEnter' | 'dragOver' | 'drop';

/** A file that is dragged from outside the browser over something in it. */
export class CarriedFile {
  constructor(private readonly path: string) {}

  async over(target: Locator): Promise<void> {
    for (const stage of ['dragEnter', 'dragOver'] as const) await this.carry(target, stage);
  }

  letGo(target: Locator): Promise<void> {
    return this.carry(target, 'drop');
  }

  private async carry(target: Locator, type: Stage): Promise<void> {
    const page = target.page();
    const box = await target.boundingBox();
    if (!box) throw new Error('there is nothing to drop it on');
    const client = await page.context().newCDPSession(page);
    const data = { items: [], files: [this.path], dragOperationsMask: 1 };
    await client.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data });
    await client.detach();
  }
}
