import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Member } from '#shared';
import { Dialogs } from '../../core/dialogs';
import { membersLabel, resultsLabel } from '../../rooms/room-names';
import { Avatar } from '../../ui/avatar';
import { SearchField } from '../../ui/search-field';
import { SkeletonRows } from '../../ui/skeleton-rows';
import { MemberMenu } from './member-menu';
import { ShowPerson } from '../person/show-person';
import type { Removal } from './remove-member-dialog';
import { RoomDetailsStore } from './room-details-store';

const ROLES = { owner: $localize`:@@owner:Owner`, admin: $localize`:@@roomAdmin:Admin`, member: '' } as const;
/** More than a look takes in: from here on one can search. */
const MANY = 10;

/** Who is in a room, and what can be done about each of them. */
@Component({
  selector: 'parley-member-list',
  imports: [Avatar, MatButton, MemberMenu, SearchField, SkeletonRows],
  templateUrl: './member-list.html',
  styleUrl: './member-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MemberList {
  protected readonly store = inject(RoomDetailsStore);
  protected readonly showPerson = inject(ShowPerson);
  private readonly dialogs = inject(Dialogs);

  protected readonly roles = ROLES;
  protected readonly heading = computed(() => membersLabel(this.store.room()?.memberCount ?? 0));
  protected readonly isSearchable = computed(() => (this.store.room()?.memberCount ?? 0) > MANY);
  /** What a search came to, for those who do not see the list. */
  protected readonly status = computed(() => {
    if (!this.store.search() || this.store.seeking() === 'asking') return '';
    const count = this.store.members().length;
    return count > 0 ? resultsLabel(count) : '';
  });

  /** Asks first. */
  protected remove({ user: { id, displayName } }: Member): void {
    const load = () => import('./remove-member-dialog').then((m) => m.RemoveMemberDialog);
    const data: Removal = { name: displayName, isOpenToAll: this.store.room()?.kind === 'public' };
    void this.dialogs
      .open<boolean, Removal>(load, { data, width: '420px' })
      .then((isMeant) => isMeant && this.store.removing.submit(id));
  }
}
