import { DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, fromEvent, merge, take } from 'rxjs';
import { NotificationSettingsStore } from './settings-store';

/** Two soft notes, a fourth apart: when each begins, in seconds, and its pitch in hertz. */
const NOTES = [
  { at: 0, pitch: 587.33 },
  { at: 0.11, pitch: 783.99 },
];
const RISES_S = 0.012;
const FADES_S = 0.5;
/** At full volume still well below what calls and music play at. */
const LOUDEST = 0.28;
const STARTS_WITHIN_MS = 400;

/** The sound of a new message, made here. Browsers keep a page silent until somebody has clicked or typed in it. */
@Injectable({ providedIn: 'root' })
export class Chime {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly settings = inject(NotificationSettingsStore).settings;
  private audio: AudioContext | null = null;

  constructor() {
    const { window } = this;
    if (!window) return;
    merge(fromEvent(window, 'pointerdown', { capture: true }), fromEvent(window, 'keydown', { capture: true }))
      .pipe(
        filter(() => this.settings().sound.on),
        take(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.start());
  }

  /**
   * Plays the sound.
   * @param volume from 0 to 1
   * @returns whether it could be heard: the browser may not let it, or not yet
   */
  async play(volume: number): Promise<boolean> {
    const audio = await this.start();
    if (!audio) return false;
    const last = NOTES.map(({ at, pitch }) => ring(audio, audio.currentTime + at, pitch, volume * LOUDEST)).at(-1);
    // A device that is kept open for nothing keeps a laptop awake.
    last?.addEventListener('ended', () => void audio.suspend(), { once: true });
    return true;
  }

  /** The device, running; null where the browser does not let it run. */
  private async start(): Promise<AudioContext | null> {
    const { window } = this;
    if (!window || !('AudioContext' in window) || !isTouched(window.navigator)) return null;
    this.audio ??= new AudioContext();
    // A start that is not allowed is never refused: it waits for ever.
    await Promise.race([this.audio.resume(), new Promise((resolve) => setTimeout(resolve, STARTS_WITHIN_MS))]);
    return this.audio.state === 'running' ? this.audio : null;
  }
}

/** Where the browser does not tell, it is found out by trying. */
const isTouched = (navigator: Navigator): boolean =>
  !('userActivation' in navigator) || navigator.userActivation.hasBeenActive;

function ring(audio: AudioContext, at: number, pitch: number, loudness: number): OscillatorNode {
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: pitch });
  const hull = new GainNode(audio, { gain: 0 });
  hull.gain.setValueAtTime(0, at);
  hull.gain.linearRampToValueAtTime(loudness, at + RISES_S);
  hull.gain.setTargetAtTime(0, at + RISES_S, FADES_S / 5);
  tone.connect(hull).connect(audio.destination);
  tone.start(at);
  tone.stop(at + FADES_S);
  return tone;
}
