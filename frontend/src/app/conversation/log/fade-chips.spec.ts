import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { FadeChips } from './fade-chips';

@Component({
  selector: 'parley-some-days',
  imports: [FadeChips],
  template: `
    <div class="log" parleyFadeChips>
      <section id="monday"></section>
      <section id="tuesday"></section>
      <section id="wednesday"></section>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class SomeDays {}

/** Where each day begins in the log, in pixels. */
const BEGINNINGS = { monday: 0, tuesday: 400, wednesday: 900 };

describe('the day over a log', () => {
  let fixture: ComponentFixture<SomeDays>;
  let log: HTMLElement;

  const scrollTo = (top: number): void => {
    log.scrollTop = top;
    log.dispatchEvent(new Event('scroll'));
    fixture.detectChanges();
  };
  const pass = (ms: number): void => {
    vi.advanceTimersByTime(ms);
    fixture.detectChanges();
  };
  const isFaded = (): boolean => log.classList.contains('idle');
  const stuck = (): string[] => [...log.querySelectorAll('.stuck')].map(({ id }) => id);

  beforeEach(() => {
    vi.useFakeTimers();
    fixture = TestBed.createComponent(SomeDays);
    fixture.detectChanges();
    log = (fixture.nativeElement as HTMLElement).querySelector('.log') as HTMLElement;
    // Where there is no layout, the days say themselves where they begin.
    for (const [id, offsetTop] of Object.entries(BEGINNINGS)) {
      Object.defineProperty(log.querySelector(`#${id}`), 'offsetTop', { value: offsetTop });
    }
  });
  afterEach(() => vi.useRealTimers());

  it('is there before anything has been scrolled, however long that is', () => {
    pass(10_000);
    expect(isFaded()).toBe(false);
  });

  it('fades a second and a half after the last scrolling, and not before', () => {
    scrollTo(100);
    pass(1_000);
    scrollTo(200);
    pass(1_499);
    expect(isFaded()).toBe(false);
    pass(1);
    expect(isFaded()).toBe(true);
  });

  it('is there again as soon as one scrolls', () => {
    scrollTo(100);
    pass(1_500);
    scrollTo(101);
    expect(isFaded()).toBe(false);
  });

  it('sticks once its day has left the room above it behind', () => {
    scrollTo(0);
    expect(stuck()).toEqual([]);
    scrollTo(408);
    expect(stuck()).toEqual(['monday']);
    scrollTo(409);
    expect(stuck()).toEqual(['monday', 'tuesday']);
    scrollTo(10);
    expect(stuck()).toEqual(['monday']);
  });
});
