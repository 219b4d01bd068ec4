import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Avatar } from '../../ui/avatar';
import type { PersonFace } from '../../ui/person-face';

/** That somebody types, as the log's last item. Decoration: the header says it too, also to a screen reader. */
@Component({
  selector: 'parley-typing-bubble',
  imports: [Avatar],
  template: `
    @if (text()) {
      @if (typist(); as face) {
        <parley-avatar [name]="face.name" [id]="face.id" [picture]="face.picture" [size]="32" />
      }
      <span class="bubble">
        <span class="dots"><i></i><i></i><i></i></span><span class="clip" dir="auto">{{ text() }}</span>
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      height: 34px;
      margin-top: var(--between-runs);
    }

    /* In line with the bubbles of a room of many, which have a face at their side. */
    :host(.named) .bubble:first-child {
      margin-left: 44px;
    }

    parley-avatar {
      margin-right: var(--s1h);
    }

    .bubble {
      position: relative;
      display: flex;
      align-items: center;
      gap: var(--s1);
      min-width: 0;
      max-width: min(68%, 600px);
      padding: 7px var(--s1h);
      border-radius: 0 var(--r-bubble) var(--r-bubble) var(--r-bubble);
      background: var(--bubble-in);
      box-shadow: var(--bubble-shadow);
      font-size: var(--fs-s);
      line-height: 20px;
      color: var(--ink-2);
      animation: appear var(--fast) var(--ease);
    }

    .bubble::before {
      content: '';
      position: absolute;
      top: 0;
      right: calc(100% - 0.5px);
      width: 9px;
      height: 14px;
      background: inherit;
      clip-path: var(--tail-in);
    }

    .dots {
      display: flex;
      gap: var(--s-half);
    }

    i {
      width: 6px;
      height: 6px;
      border-radius: 50%;
      background: var(--accent);
      animation: bob 1.2s var(--ease) infinite;
    }

    i:nth-child(2) {
      opacity: 0.75;
      animation-delay: 0.15s;
    }

    i:nth-child(3) {
      opacity: 0.5;
      animation-delay: 0.3s;
    }

    @keyframes bob {
      0%,
      60%,
      100% {
        translate: 0;
      }

      30% {
        translate: 0 -3px;
      }
    }

    @media (max-width: 719px) {
      parley-avatar {
        display: none;
      }

      .bubble {
        max-width: 86%;
      }

      :host(.named) .bubble:first-child {
        margin-left: 0;
      }
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TypingBubble {
  /** Who types; empty where its place is only kept. */
  readonly text = input.required<string>();
  /** Whoever types alone, in a room of many. */
  readonly typist = input<PersonFace | null>(null);
}
