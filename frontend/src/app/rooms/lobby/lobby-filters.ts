import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { FilterCounts, LobbyFilter } from './lobby-filter';

interface Pill {
  readonly filter: LobbyFilter;
  readonly label: string;
  /** How many conversations it would show; null where that says nothing. */
  readonly count: number | null;
}

/** The pills above the list that choose what it shows. */
@Component({
  selector: 'parley-lobby-filters',
  template: `
    @for (pill of pills(); track pill.filter) {
      <button
        class="pill"
        type="button"
        [attr.aria-pressed]="pill.filter === filter()"
        (click)="choose.emit(pill.filter)"
      >
        {{ pill.label }}
        @if (pill.count) {
          <span class="num">{{ pill.count }}</span>
        }
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      gap: var(--s1);
      padding: 0 var(--s2) var(--s1);
      overflow-x: auto;
      scrollbar-width: none;
      /* What does not fit fades out at the edge, and so is known to go on. */
      mask-image: linear-gradient(to left, transparent, #000 var(--s2));
    }

    .pill {
      display: inline-flex;
      align-items: center;
      flex: none;
      gap: var(--s1);
      height: 32px;
      padding: 0 var(--s1h);
      border-radius: var(--r-full);
      box-shadow: inset 0 0 0 1px var(--line);
      color: var(--ink-2);
      font: 500 var(--fs-s) / 20px var(--font);
    }

    @media (hover: hover) {
      .pill:hover {
        background: var(--hover);
      }
    }

    .pill:active {
      background: var(--selected);
    }

    .pill:focus-visible {
      outline-offset: -2px;
    }

    .pill[aria-pressed='true'] {
      background: var(--accent-soft);
      box-shadow: none;
      color: var(--accent-ink);
      font-weight: 600;
    }

    @media (max-width: 719px) {
      .pill {
        height: 40px;
      }
    }
  `,
  host: { role: 'group', 'aria-label': $localize`:@@whichConversations:Which conversations to show` },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LobbyFilters {
  readonly filter = input.required<LobbyFilter>();
  readonly counts = input.required<FilterCounts>();
  readonly choose = output<LobbyFilter>();

  protected readonly pills = computed<readonly Pill[]>(() => {
    const { unread, mentions, archived } = this.counts();
    const pills: Pill[] = [
      { filter: 'all', label: $localize`:@@filterAll:All`, count: null },
      { filter: 'unread', label: $localize`:@@filterUnread:Unread`, count: unread },
      { filter: 'mentions', label: $localize`:@@filterMentions:Mentions`, count: mentions },
    ];
    const archive: Pill = { filter: 'archived', label: $localize`:@@filterArchived:Archived`, count: archived };
    return archived > 0 ? [...pills, archive] : pills;
  });
}
