import { ComponentHarness } from '@angular/cdk/testing';

/** The picture behind its round window, as hands and keys move it. */
export class CropAreaHarness extends ComponentHarness {
  static hostSelector = 'parley-crop-area';

  private readonly canvas = this.locatorFor('canvas');

  async press(key: string, held: Readonly<Record<string, boolean>> = {}): Promise<void> {
    await (await this.canvas()).dispatchEvent('keydown', { key, ...held });
  }

  /** A finger or the mouse goes down, moves or goes up, at a place of the window in pixels. */
  async point(what: 'pointerdown' | 'pointermove' | 'pointerup', pointerId: number, x = 0, y = 0): Promise<void> {
    await (await this.canvas()).dispatchEvent(what, { pointerId, clientX: x, clientY: y });
  }

  async turnWheel(deltaY: number, x: number, y: number): Promise<void> {
    await (await this.canvas()).dispatchEvent('wheel', { deltaY, clientX: x, clientY: y });
  }
}
