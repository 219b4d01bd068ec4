import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { pagedSearch } from '../rooms/paged-search';
import { RoomsApi } from '../rooms/rooms-api';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';

const SHOWN = 5;

/** Finds a person who is not in the room yet. */
@Component({
  selector: 'parley-add-member',
  imports: [Avatar, Icon, MatButton],
  template: `
    <label class="field">
      <parley-icon name="search" [size]="20" />
      <span class="sr">Add somebody</span>
      <input #search type="search" placeholder="Add somebody" maxlength="100" (input)="list.search(search.value)" />
    </label>
    @if (list.query()) {
      <ul aria-label="People to add">
        @for (person of candidates(); track person.id) {
          <li>
            <parley-avatar [name]="person.displayName" [id]="person.id" kind="person" [size]="32" />
            <span class="grow clip" dir="auto">{{ person.displayName }}</span>
            <button
              matButton="tonal"
              type="button"
              [attr.aria-label]="'Add ' + person.displayName"
              (click)="add.emit(person.id)"
            >
              Add
            </button>
          </li>
        } @empty {
          @if (!list.loading()) {
            <li class="none">{{ list.problem() || 'Nobody matches who is not here already.' }}</li>
          }
        }
      </ul>
    }
  `,
  styles: `
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

  protected readonly list = pagedSearch((request) => this.api.people(request));
  protected readonly candidates = computed(() =>
    this.list
      .items()
      .filter(({ id }) => !this.isMember()(id))
      .slice(0, SHOWN),
  );
}
