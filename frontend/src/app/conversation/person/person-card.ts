import { Dialog, DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { errorSentence } from '../../core/error-text';
import { submission } from '../../core/submission';
import { ChatStore } from '../../rooms/store/chat-store';
import type { FindTarget } from '../../rooms/find/finds';
import { OpenFind } from '../../rooms/find/open-find';
import { OpenRoom } from '../../rooms/open-room';
import { PeopleStore } from '../../rooms/people/people-store';
import { presenceLabel } from '../../rooms/signs/presence-label';
import { RoomSigns } from '../../rooms/signs/room-signs';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { PERSON_NAME_ID } from './person-name-id';

/** Somebody, at a glance: who they are, whether they are there, and the way to the conversation with them. */
@Component({
  selector: 'parley-person-card',
  imports: [Avatar, Icon, MatButton, RouterLink],
  templateUrl: './person-card.html',
  styleUrl: './person-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonCard {
  private readonly userId = inject<string>(DIALOG_DATA);
  protected readonly card = inject(DialogRef);
  private readonly dialog = inject(Dialog);
  private readonly people = inject(PeopleStore);
  private readonly signs = inject(RoomSigns);
  private readonly session = inject(SessionStore);
  private readonly chat = inject(ChatStore);
  private readonly openRoom = inject(OpenRoom);
  private readonly finds = inject(OpenFind);

  protected readonly nameId = PERSON_NAME_ID;
  protected readonly user = computed(() => this.people.userOf(this.userId));
  protected readonly isSelf = computed(() => this.userId === this.session.user()?.id);
  protected readonly isOnline = computed(() => this.signs.isOnline(this.userId));
  /** Empty where it is not known, or not shown. */
  protected readonly presence = computed(() =>
    this.isSelf() ? '' : presenceLabel(this.signs.presenceOf(this.userId), this.signs.minute()),
  );
  private readonly direct = computed(() => this.chat.rooms().find(({ peer }) => peer?.id === this.userId) ?? null);
  /** Not where one is already. */
  protected readonly canWrite = computed(() => !this.isSelf() && this.direct()?.id !== this.openRoom.id());

  protected readonly writing = submission({
    send: (user: User) => this.finds.open(this.wayTo(user)),
    done: () => this.leave(),
  });

  protected readonly errorSentence = errorSentence;

  /** The reader goes elsewhere: what lies over the page goes too. */
  protected leave(): void {
    this.dialog.closeAll();
  }

  private wayTo(user: User): FindTarget {
    const room = this.direct();
    return room ? { kind: 'conversation', room } : { kind: 'person', user };
  }
}
