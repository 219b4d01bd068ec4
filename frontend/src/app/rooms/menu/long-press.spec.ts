import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LongPress } from './long-press';

@Component({
  imports: [LongPress],
  template: '<div (parleyLongPress)="presses = presses + 1"></div>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  presses = 0;
}

describe('LongPress', () => {
  let host: Host;
  let element: HTMLElement;
  let clicks: number;
  const count = (): void => void (clicks += 1);

  const point = (type: string, given: MouseEventInit & { pointerType?: string } = {}): Event => {
    const event = new MouseEvent(type, { bubbles: true, cancelable: true, ...given });
    Object.assign(event, { pointerType: given.pointerType ?? 'touch' });
    element.dispatchEvent(event);
    return event;
  };
  const isPrevented = ({ defaultPrevented }: Event): boolean => defaultPrevented;

  beforeEach(() => {
    vi.useFakeTimers();
    clicks = 0;
    const fixture = TestBed.createComponent(Host);
    fixture.detectChanges();
    host = fixture.componentInstance;
    element = (fixture.nativeElement as HTMLElement).firstElementChild as HTMLElement;
    document.body.append(fixture.nativeElement as HTMLElement);
    document.body.addEventListener('click', count);
  });

  afterEach(() => {
    point('pointerup');
    vi.runOnlyPendingTimers();
    document.body.removeEventListener('click', count);
    vi.useRealTimers();
  });

  it('tells of a finger that rests', () => {
    point('pointerdown');
    vi.advanceTimersByTime(499);
    expect(host.presses).toBe(0);
    vi.advanceTimersByTime(1);
    expect(host.presses).toBe(1);
  });

  it('tells nothing of one that moves or is lifted, nor of a mouse', () => {
    point('pointerdown');
    point('pointermove', { clientX: 20 });
    vi.advanceTimersByTime(500);
    point('pointerdown');
    point('pointerup');
    vi.advanceTimersByTime(500);
    point('pointerdown', { pointerType: 'mouse' });
    vi.advanceTimersByTime(500);
    expect(host.presses).toBe(0);
  });

  it('takes the click that follows, however late and wherever it falls, and no other', () => {
    point('pointerdown');
    vi.advanceTimersByTime(5_000);
    point('pointerup');
    document.body.click();
    expect(clicks).toBe(0);
    document.body.click();
    expect(clicks).toBe(1);
  });

  it('tells once where the system sees a long press too, before or after, and shows no menu of its own', () => {
    const menus: boolean[] = [];
    const see = ({ defaultPrevented }: Event): void => void menus.push(defaultPrevented);
    window.addEventListener('contextmenu', see);
    point('pointerdown');
    vi.advanceTimersByTime(400);
    expect(isPrevented(point('contextmenu'))).toBe(true);
    expect(host.presses).toBe(1);
    vi.advanceTimersByTime(500);
    expect(isPrevented(point('contextmenu'))).toBe(true);
    expect(host.presses).toBe(1);
    point('pointerup');
    expect(isPrevented(point('contextmenu'))).toBe(true);
    expect([host.presses, menus]).toEqual([1, []]);

    vi.advanceTimersByTime(300);
    expect(isPrevented(point('contextmenu'))).toBe(false);
    expect([host.presses, menus]).toEqual([1, [false]]);
    window.removeEventListener('contextmenu', see);
  });

  it('takes no click where none follows', () => {
    point('pointerdown');
    vi.advanceTimersByTime(500);
    point('pointerup');
    vi.advanceTimersByTime(300);
    document.body.click();
    expect(clicks).toBe(1);
  });
});
