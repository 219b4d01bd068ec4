import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { errorSentence } from '../../core/error-text';
import { submission } from '../../core/submission';
import { FindLine } from '../find/find-line';
import { SECTION_TITLES } from '../find/find-words';
import { Finder } from '../find/finder';
import type { FindTarget } from '../find/finds';
import { OpenFind } from '../find/open-find';

/** What a search finds beside the reader's own conversations: people to write to, and rooms to join. */
@Component({
  selector: 'parley-lobby-finds',
  imports: [FindLine],
  template: `
    @for (section of sections(); track section.kind) {
      <section [attr.aria-label]="titles[section.kind]">
        <h2>{{ titles[section.kind] }}</h2>
        @for (find of section.finds; track find.key) {
          <button type="button" data-stop (click)="opening.submit(find.target)">
            <parley-find-line [find]="find" [size]="48" />
          </button>
        }
      </section>
    }
    <p class="note" role="status">{{ note() }}</p>
    @if (opening.error(); as error) {
      <p class="note problem" role="alert">{{ errorSentence(error) }}</p>
    }
  `,
  styleUrl: './lobby-finds.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LobbyFinds {
  private readonly finder = inject(Finder);
  private readonly finds = inject(OpenFind);

  protected readonly titles = SECTION_TITLES;
  protected readonly errorSentence = errorSentence;
  protected readonly sections = computed(() =>
    this.finder.sections().filter(({ kind }) => kind === 'person' || kind === 'room'),
  );
  protected readonly opening = submission({
    send: (target: FindTarget) => this.finds.open(target),
    done: () => this.finder.search(''),
  });
  protected readonly note = computed(() => {
    const state = this.finder.state();
    if (state === 'failed') {
      return $localize`:@@findOffline:The server does not answer. This is what is known on this device.`;
    }
    if (this.finder.finds().length > 0 || state === 'asking') return '';
    return $localize`:@@findNothing:Nobody and nothing here is called \u201c${this.finder.query().text}:search:\u201d.`;
  });
}
