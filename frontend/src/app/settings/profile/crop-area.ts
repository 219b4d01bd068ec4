import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  model,
  viewChild,
} from '@angular/core';
import { type Crop, moved, zoomed } from './crop';
import { draw } from './picture-file';

/** How far an arrow key moves the square, in parts of its side, and how much a key zooms. */
const STEP = 0.04;
const KEY_ZOOM = 1.1;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};
const ZOOMS: Readonly<Record<string, number>> = { '+': KEY_ZOOM, '=': KEY_ZOOM, '-': 1 / KEY_ZOOM };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The picture behind a round window: it is moved and zoomed by mouse, by one or two fingers, and by keys. */
@Component({
  selector: 'parley-crop-area',
  template: `
    <canvas
      #canvas
      width="640"
      height="640"
      tabindex="0"
      role="application"
      i18n-aria-label="@@cropArea"
      aria-label="Part of the picture that shows. Arrow keys move it, plus and minus zoom."
      (pointerdown)="press($event)"
      (pointermove)="drag($event)"
      (pointerup)="release($event)"
      (pointercancel)="release($event)"
      (wheel)="wheel($event)"
      (keydown)="key($event)"
    ></canvas>
  `,
  styleUrl: './crop-area.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CropArea {
  readonly picture = input.required<ImageBitmap>();
  readonly crop = model.required<Crop>();

  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  /** The mouse or the fingers that are down, and where each was last. */
  private readonly pointers = new Map<number, Point>();

  constructor() {
    afterRenderEffect(() => draw(this.canvas().nativeElement, this.picture(), this.crop()));
  }

  protected press(event: PointerEvent): void {
    this.canvas().nativeElement.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  protected drag(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    // With two fingers each moves the picture by half, and their distance zooms it.
    const share = (other ? 0.5 : 1) / this.box().width;
    this.move((before.x - now.x) * share, (before.y - now.y) * share);
    if (other) this.zoomBy(distance(now, other) / distance(before, other), middle(now, other));
    this.pointers.set(event.pointerId, now);
  }

  protected release(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
  }

  protected wheel(event: WheelEvent): void {
    event.preventDefault();
    this.zoomBy(Math.exp(-event.deltaY / 400), { x: event.clientX, y: event.clientY });
  }

  protected key(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    const zoom = ZOOMS[event.key];
    if ((!move && !zoom) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (move) this.move(...move);
    if (zoom) this.crop.update((crop) => zoomed(this.picture(), crop, crop.zoom * zoom));
  }

  private move(right: number, down: number): void {
    this.crop.update((crop) => moved(this.picture(), crop, right, down));
  }

  /** Zooms, and what lies under a point of the window stays there. */
  private zoomBy(factor: number, at: Point): void {
    const { left, top, width, height } = this.box();
    const from = { right: (at.x - left) / width - 0.5, down: (at.y - top) / height - 0.5 };
    this.crop.update((crop) => zoomed(this.picture(), crop, crop.zoom * factor, from));
  }

  private box(): DOMRect {
    return this.canvas().nativeElement.getBoundingClientRect();
  }
}

const distance = (a: Point, b: Point): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
