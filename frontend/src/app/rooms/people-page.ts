import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '../auth/session-store';
import { errorSentence } from '../core/error-text';
import { submission } from '../core/submission';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { SkeletonRows } from '../ui/skeleton-rows';
import { ChatStore } from './chat-store';
import { pagedSearch } from './paged-search';
import { RoomsApi } from './rooms-api';

/** Everybody on this server: choosing a person opens the conversation with them. */
@Component({
  selector: 'parley-people-page',
  imports: [Avatar, Icon, MatButton, RouterLink, SkeletonRows],
  templateUrl: './people-page.html',
  styleUrl: './list-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  protected readonly list = pagedSearch((request) => this.api.people(request));
  protected readonly others = computed(() => this.list.items().filter(({ id }) => id !== this.session.user()?.id));
  protected readonly opening = submission({
    send: (userId: string) => this.api.direct(userId),
    done: (room) => {
      this.chat.adopt(room);
      void this.router.navigate(['/rooms', room.id]);
    },
  });

  protected readonly errorSentence = errorSentence;
}
