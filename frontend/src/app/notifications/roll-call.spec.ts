import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { Attention } from '../core/attention';
import { Tabs, type TabLine } from '../core/tabs';
import { RollCall } from './roll-call';

/** What the tabs of one browser speak through: everybody hears but the speaker. */
class Ether {
  private readonly lines = new Set<Subject<unknown>>();

  line(): TabLine {
    const heard$ = new Subject<unknown>();
    this.lines.add(heard$);
    return {
      heard$,
      say: (word) => {
        for (const other of [...this.lines]) if (other !== heard$) other.next(word);
      },
      close: () => void this.lines.delete(heard$),
    };
  }

  get ears(): number {
    return this.lines.size;
  }
}

describe('RollCall', () => {
  let ether: Ether;

  beforeEach(() => {
    vi.useFakeTimers();
    ether = new Ether();
  });
  afterEach(() => vi.useRealTimers());

  function tab(isHere: boolean): RollCall {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: Attention, useValue: { isHere: () => isHere } },
        { provide: Tabs, useValue: ether },
      ],
    });
    return TestBed.inject(RollCall);
  }
  const asked = (caller: RollCall): boolean[] => {
    const heard: boolean[] = [];
    caller.anyoneLooks('n').subscribe((looks) => heard.push(looks));
    return heard;
  };

  it('knows at once that somebody looks here', () => {
    expect(asked(tab(true))).toEqual([true]);
  });

  it('hears from another tab that somebody looks there', () => {
    tab(true).join('n').subscribe();
    expect(asked(tab(false))).toEqual([true]);
  });

  it('takes silence for nobody, soon', () => {
    tab(false).join('n').subscribe();
    const heard = asked(tab(false));
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(heard).toEqual([false]);
  });

  it('hears nothing from a tab that is gone, and leaves nothing open', () => {
    tab(true).join('n').subscribe().unsubscribe();
    const heard = asked(tab(false));
    vi.advanceTimersByTime(200);
    expect(heard).toEqual([false]);
    expect(ether.ears).toBe(0);
  });
});
