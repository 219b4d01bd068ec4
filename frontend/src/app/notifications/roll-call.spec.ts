import { TestBed } from '@angular/core/testing';
import { Attention } from '../conversation/attention';
import { RollCall } from './roll-call';
import { TAB_CHANNEL, type TabChannel } from './tab-channel';

/** What the tabs of one browser speak through: everybody hears but the speaker. */
class Ether {
  private readonly channels = new Set<EventTarget>();

  readonly open = (): TabChannel => {
    const channel = new EventTarget();
    this.channels.add(channel);
    return Object.assign(channel, {
      postMessage: (data: unknown) => {
        for (const other of this.channels)
          if (other !== channel) other.dispatchEvent(new MessageEvent('message', { data }));
      },
      close: () => void this.channels.delete(channel),
    });
  };

  get ears(): number {
    return this.channels.size;
  }
}

describe('RollCall', () => {
  let ether: Ether;

  beforeEach(() => {
    vi.useFakeTimers();
    ether = new Ether();
  });
  afterEach(() => vi.useRealTimers());

  function tab(isHere: boolean, open: () => TabChannel | null = ether.open): RollCall {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: Attention, useValue: { isHere: () => isHere } },
        { provide: TAB_CHANNEL, useValue: open },
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

  it('goes by itself where tabs cannot speak to each other', () => {
    expect(asked(tab(false, () => null))).toEqual([false]);
  });
});
