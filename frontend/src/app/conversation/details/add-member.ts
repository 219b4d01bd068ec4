import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { User } from '#shared';
import { isNamedLike } from '../../rooms/people/named-like';
import { pagedSearch } from '../../rooms/directory/paged-search';
import { RoomsApi } from '../../rooms/store/rooms-api';
import { Avatar } from '../../ui/avatar';
import { SearchField } from '../../ui/search-field';

const SHOWN = 5;

/** Finds a person who is not in the room yet. */
@Component({
  selector: 'parley-add-member',
  imports: [Avatar, MatButton, SearchField],
  template: `
    <parley-search-field i18n-label="@@addSomebody" label="Add somebody" (searched)="list.search($event)" />
    @if (list.query()) {
      <ul i18n-aria-label="@@peopleToAdd" aria-label="People to add">
        @for (person of candidates(); track person.id) {
          <li>
            <parley-avatar
              [name]="person.displayName"
              [id]="person.id"
              [picture]="person.avatarUrl"
              kind="person"
              [size]="32"
            />
            <span class="grow clip"
              ><bdi>{{ person.displayName }}</bdi></span
            >
            <button
              matButton="tonal"
              type="button"
              [attr.aria-label]="addLabel(person)"
              i18n="@@add"
              (click)="add.emit(person.id)"
            >
              Add
            </button>
          </li>
        } @empty {
          @if (!isLooking()) {
            @if (list.problem(); as problem) {
              <li class="none">{{ problem }}</li>
            } @else {
              <li class="none" i18n="@@nobodyToAdd">Nobody matches who is not here already.</li>
            }
          }
        }
      </ul>
    }
  `,
  styles: `
    ul:not(:empty) {
      margin-top: var(--s1);
    }

    li {
      display: flex;
      align-items: center;
      gap: var(--s1h);
      min-height: 48px;
      color: var(--ink);
    }

    .none {
      font-size: var(--fs-s);
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AddMember {
  private readonly api = inject(RoomsApi);

  readonly isMember = input.required<(userId: string) => boolean>();
  readonly add = output<string>();

  protected readonly addLabel = (person: User): string =>
    $localize`:@@addPerson:Add ${person.displayName}:INTERPOLATION:`;
  protected readonly list = pagedSearch((request) => this.api.people(request));
  /** While one types on, those of the last answer who still match. */
  protected readonly candidates = computed(() =>
    this.list
      .items()
      .filter((person) => isNamedLike(person, this.list.query()) && !this.isMember()(person.id))
      .slice(0, SHOWN),
  );
  /** Whether more people may match than are known of. */
  protected readonly isLooking = computed(() => this.list.loading() || (this.list.hasMore() && !this.list.problem()));

  constructor() {
    // Whoever is a member already takes up room on the server's pages.
    effect(() => {
      const isLacking = this.candidates().length < SHOWN && this.isLooking();
      if (this.list.query() && isLacking && !this.list.loading()) this.list.more();
    });
  }
}
