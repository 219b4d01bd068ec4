import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { SessionStore } from '../../auth/session-store';
import { submission } from '../../core/submission';
import { Avatar } from '../../ui/avatar';
import { enteringRoom } from './entering-room';
import { ListPage, ListRow } from './list-page';
import { pagedSearch } from './paged-search';
import { RoomsApi } from '../store/rooms-api';

/** Everybody on this server: choosing a person opens the conversation with them. */
@Component({
  selector: 'parley-people-page',
  imports: [Avatar, ListPage, ListRow],
  templateUrl: './people-page.html',
  styleUrl: './list-row.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  private readonly api = inject(RoomsApi);
  private readonly session = inject(SessionStore);

  protected readonly list = pagedSearch((request) => this.api.people(request));
  protected readonly others = computed(() => this.list.items().filter(({ id }) => id !== this.session.user()?.id));
  protected readonly opening = submission({
    send: (userId: string) => this.api.direct(userId),
    done: enteringRoom(),
  });
}
