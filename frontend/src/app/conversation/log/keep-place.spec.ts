import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { KeepPlace, type WayTo } from './keep-place';
import type { Sight } from '../timeline/span';
import { layOut } from '../testing/lay-out';

const VIEW_PX = 400;
const ROW_PX = 50;

@Component({
  imports: [KeepPlace],
  template: `
    <div
      class="log"
      [parleyKeepPlace]="rows()"
      [beginning]="beginning()"
      [wayToEnd]="wayToEnd()"
      [wayTo]="wayTo()"
      (sight)="sight.set($event)"
      (arrived)="arrived.push($event.dataset['seq'] ?? '')"
    >
      @for (seq of rows(); track seq) {
        <p [attr.data-place]="seq" [attr.data-seq]="seq" [attr.data-start]="seq === start() ? '' : null"></p>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Log {
  readonly rows = signal<readonly number[]>([]);
  readonly start = signal<number | null>(null);
  readonly beginning = signal<object | null>(null);
  readonly wayToEnd = signal<object | null>(null);
  readonly wayTo = signal<WayTo | null>(null);
  readonly sight = signal<Sight | null>(null);
  readonly arrived: string[] = [];
}

const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('the place of the reader in a log', () => {
  let heights: Map<string, number>;
  let restore: () => void;
  let watched: Element[];
  let tellOfResize: () => void;

  beforeEach(() => {
    heights = new Map();
    watched = [];
    vi.stubGlobal(
      'ResizeObserver',
      class {
        readonly observe = (element: Element): number => watched.push(element);
        readonly disconnect = vi.fn();

        constructor(told: () => void) {
          tellOfResize = told;
        }
      },
    );
    restore = layOut('.log', VIEW_PX, (row) => heights.get(row.dataset['seq'] ?? '') ?? ROW_PX);
  });
  afterEach(() => {
    restore();
    vi.unstubAllGlobals();
  });

  function open({ rows = from(101, 140), start = null as number | null } = {}) {
    const fixture = TestBed.createComponent(Log);
    const log = fixture.componentInstance;
    log.rows.set(rows);
    log.start.set(start);
    fixture.detectChanges();
    const area = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('.log')!;
    const rowOf = (seq: number) => area.querySelector<HTMLElement>(`[data-seq="${seq}"]`)!;
    return {
      log,
      settle: () => fixture.detectChanges(),
      topOf: (seq: number) => rowOf(seq).getBoundingClientRect().top,
      grow: (seq: number, height: number) => {
        heights.set(String(seq), height);
        // The area keeps its own size, whatever grows in it.
        if (watched.some((element) => element !== area && element.contains(rowOf(seq)))) tellOfResize();
      },
      click: (seq: number) => rowOf(seq).click(),
      scroll: (top: number) => {
        area.scrollTop = top;
        area.dispatchEvent(new Event('scroll'));
      },
      scrolled: () => area.scrollTop,
    };
  }

  it('is at first the end', () => {
    const { scrolled, log } = open();
    expect(scrolled()).toBe(40 * ROW_PX - VIEW_PX);
    expect(log.sight()).toMatchObject({ below: 0, height: VIEW_PX, following: true, seenSeq: 140 });
  });

  it('is at first what is unread, a quarter down the view', () => {
    const { topOf } = open({ start: 120 });
    expect(topOf(120)).toBe(VIEW_PX / 4);
  });

  it('is what is unread once that is known, also for who was at the end', () => {
    const { log, settle, topOf } = open();
    log.rows.update((rows) => [...rows, ...from(141, 160)]);
    log.start.set(141);
    log.beginning.set({});
    settle();
    expect(topOf(141)).toBe(VIEW_PX / 4);
  });

  it('stays at the end when something is added there', () => {
    const { log, settle, topOf } = open();
    log.rows.update((rows) => [...rows, 141]);
    settle();
    expect(topOf(141)).toBe(VIEW_PX - ROW_PX);
  });

  it('stays with what is read when something is added above or below', () => {
    const { log, scroll, settle, topOf } = open();
    scroll(510);
    const before = topOf(115);
    log.rows.set(from(61, 150));
    settle();
    expect(topOf(115)).toBe(before);
    expect(log.sight()).toMatchObject({ heading: 'up', following: false, topSeq: 111, seenSeq: 118 });
  });

  it('stays with what is read when some of what stands above it goes, and something higher comes', () => {
    const { log, scroll, settle, topOf } = open();
    scroll(510);
    const before = topOf(115);
    heights.set('100', 300);
    log.rows.set([100, ...from(105, 140)]);
    settle();
    expect(topOf(115)).toBe(before);
  });

  it('takes out of a scroll what has grown above without a word', () => {
    const { scroll, topOf, scrolled } = open();
    scroll(510);
    const before = topOf(115);
    heights.set('103', ROW_PX + 40);
    scroll(scrolled() - 10);
    expect(topOf(115)).toBe(before + 10);
  });

  it('goes to the end once for each call', () => {
    const { log, scroll, settle, scrolled } = open();
    scroll(510);
    log.wayToEnd.set({});
    settle();
    expect(scrolled()).toBe(40 * ROW_PX - VIEW_PX);
    scroll(510);
    log.rows.update((rows) => [...rows, 141]);
    settle();
    expect(scrolled()).toBe(510);
  });

  it('goes to a message as soon as it is there, into the middle, and says so once', () => {
    const { log, settle, topOf } = open();
    log.wayTo.set({ seq: 80 });
    settle();
    expect(log.arrived).toEqual([]);
    log.rows.set(from(61, 140));
    settle();
    expect(topOf(80)).toBe((VIEW_PX - ROW_PX) / 2);
    log.rows.set(from(41, 140));
    settle();
    expect(topOf(80)).toBe((VIEW_PX - ROW_PX) / 2);
    expect(log.arrived).toEqual(['80']);
  });

  it('goes to the beginning of a message that is higher than the view', () => {
    heights.set('120', 3 * VIEW_PX);
    const { log, settle, topOf } = open();
    log.wayTo.set({ seq: 120 });
    settle();
    expect(topOf(120)).toBe(0);
  });

  it('stays at the end when what stands there grows', () => {
    const { grow, topOf } = open();
    grow(139, 200);
    expect(topOf(140)).toBe(VIEW_PX - ROW_PX);
  });

  it('keeps what is clicked under the finger, at the end too', () => {
    const { click, grow, topOf } = open();
    const before = topOf(139);
    click(139);
    grow(139, 200);
    expect(topOf(139)).toBe(before);
  });
});
