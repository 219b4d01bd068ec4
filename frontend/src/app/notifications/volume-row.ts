import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** A sound that is on can be heard. */
const LEAST = 0.1;

/** How loud the sound is, and what that sounds like. */
@Component({
  selector: 'parley-volume-row',
  imports: [MatButton],
  template: `
    <label class="grow">
      <span i18n="@@volume">Volume</span>
      <input
        #control
        type="range"
        [min]="least"
        max="1"
        step="0.1"
        [value]="volume()"
        [attr.aria-valuetext]="percent()"
        [style.--filled]="filled()"
        (change)="volumeChange.emit(control.valueAsNumber)"
      />
    </label>
    <button matButton="outlined" type="button" (click)="tryOut.emit()" i18n="@@playSound">Play</button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-height: 56px;
      padding: var(--s1) var(--s2);
      border-top: 1px solid var(--line);
    }

    label {
      display: flex;
      align-items: center;
      gap: var(--s3);
    }

    input {
      flex: 1;
      min-width: 0;
      max-width: 320px;
      height: 40px;
      margin: 0;
      appearance: none;
      border-radius: var(--r-full);
      background: linear-gradient(to right, var(--accent) var(--filled), var(--line-strong) var(--filled)) center / 100%
        4px no-repeat;
      cursor: pointer;
    }

    input::-webkit-slider-thumb {
      width: 20px;
      height: 20px;
      appearance: none;
      border-radius: 50%;
      background: var(--accent);
    }

    input::-moz-range-thumb {
      width: 20px;
      height: 20px;
      border: 0;
      border-radius: 50%;
      background: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VolumeRow {
  protected readonly least = LEAST;

  /** From 0 to 1. */
  readonly volume = input.required<number>();
  readonly volumeChange = output<number>();
  /** The reader wants to hear it. */
  readonly tryOut = output();

  protected readonly percent = computed(() => `${Math.round(this.volume() * 100)} %`);
  /** How much of the track lies before the thumb. */
  protected readonly filled = computed(() => `${((this.volume() - LEAST) / (1 - LEAST)) * 100}%`);
}
