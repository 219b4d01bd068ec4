import type { CDPSession, Locator } from '@playwright/test';

const STEPS = 6;

/** Two fingers on the middle of something move from one distance to another, in pixels. */
export async function pinch(target: Locator, from: number, to: number): Promise<void> {
  const client = await target.page().context().newCDPSession(target.page());
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to touch');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const fingers = (apart: number) => [-1, 1].map((side, id) => ({ x: x + (side * apart) / 2, y, id }));
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(from) });
  for (let step = 1; step <= STEPS; step++) {
    const touchPoints = fingers(from + ((to - from) * step) / STEPS);
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

/** A finger rests on the middle of something until this is shown. */
export async function hold(target: Locator, shown: Locator): Promise<void> {
  const finger = await Finger.on(target);
  await shown.waitFor();
  await finger.lift();
}

/** One finger on the screen. */
export class Finger {
  private constructor(
    private readonly client: CDPSession,
    private at: { readonly x: number; readonly y: number },
  ) {}

  /** Touches the middle of something. */
  static async on(target: Locator): Promise<Finger> {
    const client = await target.page().context().newCDPSession(target.page());
    const box = await target.boundingBox();
    if (!box) throw new Error('there is nothing to touch');
    const finger = new Finger(client, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await finger.say('touchStart', [finger.at]);
    return finger;
  }

  /** Moves up or down, by so many pixels. */
  async move(by: number): Promise<void> {
    const from = this.at;
    for (let step = 1; step <= STEPS; step++) {
      this.at = { x: from.x, y: from.y + (by * step) / STEPS };
      await this.say('touchMove', [this.at]);
    }
  }

  async lift(): Promise<void> {
    await this.say('touchEnd', []);
    await this.client.detach();
  }

  private async say(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    touchPoints: { x: number; y: number }[],
  ): Promise<void> {
    await this.client.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
