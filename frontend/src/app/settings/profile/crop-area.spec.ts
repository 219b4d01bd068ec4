import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wholeOf, type Crop } from './crop';
import { CropArea } from './crop-area';
import { CropAreaHarness } from './crop-area.harness';

const PICTURE = { width: 900, height: 600 } as ImageBitmap;
const SIDE = 300;

describe('the picture behind the round window', () => {
  beforeEach(() => {
    // jsdom paints nothing, lays nothing out, and captures no pointer.
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    vi.spyOn(HTMLCanvasElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, SIDE, SIDE));
    HTMLCanvasElement.prototype.setPointerCapture = () => undefined;
  });
  afterEach(() => vi.restoreAllMocks());

  async function open(crop: Crop = wholeOf(PICTURE)) {
    const fixture = TestBed.createComponent(CropArea);
    fixture.componentRef.setInput('picture', PICTURE);
    fixture.componentRef.setInput('crop', crop);
    const area = await TestbedHarnessEnvironment.harnessForFixture(fixture, CropAreaHarness);
    return { area, crop: fixture.componentInstance.crop };
  }

  it('is moved by the arrow keys, and stops at the edge', async () => {
    const { area, crop } = await open();
    await area.press('ArrowRight');
    expect(crop()).toEqual({ x: 474, y: 300, zoom: 1 });
    await area.press('ArrowDown');
    expect(crop().y).toBe(300);
    await area.press('ArrowLeft');
    expect(crop()).toEqual(wholeOf(PICTURE));
  });

  it('is zoomed by plus and minus', async () => {
    const { area, crop } = await open();
    await area.press('+');
    expect(crop().zoom).toBeCloseTo(1.1);
    await area.press('-');
    expect(crop().zoom).toBeCloseTo(1);
  });

  it('leaves other keys, and those of the browser, alone', async () => {
    const { area, crop } = await open();
    await area.press('a');
    await area.press('+', { ctrlKey: true });
    expect(crop()).toEqual(wholeOf(PICTURE));
  });

  it('follows a finger for as long as it is down', async () => {
    const { area, crop } = await open();
    await area.point('pointermove', 1, 100, 100);
    expect(crop()).toEqual(wholeOf(PICTURE));
    await area.point('pointerdown', 1, 200, 100);
    await area.point('pointermove', 1, 170, 100);
    // A tenth of the window is a tenth of what shows in it.
    expect(crop()).toEqual({ x: 510, y: 300, zoom: 1 });
    await area.point('pointerup', 1);
    await area.point('pointermove', 1, 0, 0);
    expect(crop()).toEqual({ x: 510, y: 300, zoom: 1 });
  });

  it('is zoomed by two fingers that part, and what lies between them stays', async () => {
    const { area, crop } = await open();
    await area.point('pointerdown', 1, 120, 150);
    await area.point('pointerdown', 2, 180, 150);
    await area.point('pointermove', 1, 90, 150);
    await area.point('pointermove', 2, 210, 150);
    expect(crop().zoom).toBeCloseTo(2);
    expect(crop().x).toBeCloseTo(450);
    expect(crop().y).toBeCloseTo(300);
  });

  it('is zoomed by the wheel at the point beneath it', async () => {
    const { area, crop } = await open();
    await area.turnWheel(-400 * Math.log(2), 150, 0);
    expect(crop().zoom).toBeCloseTo(2);
    expect(crop().y).toBeCloseTo(150);
  });
});
