import { DOCUMENT, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Chime } from './chime';
import { NotificationSettingsStore } from './settings-store';
import { settings } from './testing';

/** A device that runs only once the page may be heard, as browsers have it. */
class FakeAudio {
  static mayStart = true;
  static readonly all: FakeAudio[] = [];
  state = 'suspended';
  readonly currentTime = 0;
  readonly destination = {};
  readonly suspend = vi.fn(() => Promise.resolve());

  constructor() {
    FakeAudio.all.push(this);
  }

  resume(): Promise<void> {
    if (!FakeAudio.mayStart) return new Promise(() => undefined);
    this.state = 'running';
    return Promise.resolve();
  }
}

class FakeTone extends EventTarget {
  static readonly all: FakeTone[] = [];
  readonly start = vi.fn();
  readonly stop = vi.fn();

  constructor() {
    super();
    FakeTone.all.push(this);
  }

  connect(next: unknown): unknown {
    return next;
  }
}

class FakeGain {
  static readonly peaks: number[] = [];
  readonly gain = {
    setValueAtTime: vi.fn(),
    setTargetAtTime: vi.fn(),
    linearRampToValueAtTime: (peak: number) => FakeGain.peaks.push(peak),
  };

  connect(next: unknown): unknown {
    return next;
  }
}

describe('Chime', () => {
  const activation = { hasBeenActive: true };
  const on = signal(settings({ sound: { on: true, volume: 1 } }));
  let window: EventTarget;
  let chime: Chime;

  beforeEach(() => {
    vi.useFakeTimers();
    for (const list of [FakeAudio.all, FakeTone.all, FakeGain.peaks]) list.length = 0;
    FakeAudio.mayStart = true;
    activation.hasBeenActive = true;
    vi.stubGlobal('AudioContext', FakeAudio);
    vi.stubGlobal('OscillatorNode', FakeTone);
    vi.stubGlobal('GainNode', FakeGain);
    window = Object.assign(new EventTarget(), { AudioContext: FakeAudio, navigator: { userActivation: activation } });
    TestBed.configureTestingModule({
      providers: [
        { provide: DOCUMENT, useValue: { defaultView: window, querySelectorAll: () => [] } },
        { provide: NotificationSettingsStore, useValue: { settings: on } },
      ],
    });
    chime = TestBed.inject(Chime);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('rings two notes, as loud as is wanted, and lets the device rest afterwards', async () => {
    await expect(chime.play(0.5)).resolves.toBe(true);
    expect(FakeTone.all).toHaveLength(2);
    const [half] = FakeGain.peaks;
    FakeTone.all[1]?.dispatchEvent(new Event('ended'));
    expect(FakeAudio.all[0]?.suspend).toHaveBeenCalledOnce();
    await chime.play(1);
    expect(FakeGain.peaks.at(-1)).toBeCloseTo(2 * (half ?? 0));
    expect(FakeAudio.all).toHaveLength(1);
  });

  it('does not even try before somebody has touched the page', async () => {
    activation.hasBeenActive = false;
    await expect(chime.play(1)).resolves.toBe(false);
    expect(FakeAudio.all).toEqual([]);
  });

  it('gives up on a device that does not start', async () => {
    FakeAudio.mayStart = false;
    const played = chime.play(1);
    await vi.advanceTimersByTimeAsync(400);
    await expect(played).resolves.toBe(false);
    expect(FakeTone.all).toEqual([]);
  });

  it('makes the device ready at the first click, so that it can ring later', () => {
    window.dispatchEvent(new Event('pointerdown'));
    window.dispatchEvent(new Event('keydown'));
    expect(FakeAudio.all).toHaveLength(1);
    expect(FakeTone.all).toEqual([]);
  });
});
