import { computed, inject, Injectable } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { Member, Role } from '#shared';
import { SessionStore } from '../auth/session-store';
import { submission } from '../core/submission';
import { ChatStore } from '../rooms/chat-store';
import { RoomSigns } from '../rooms/room-signs';
import { RoomsApi } from '../rooms/rooms-api';

const RANK: Readonly<Record<Member['role'], number>> = { owner: 0, admin: 1, member: 2 };

/** What a room's details show and let one do. */
@Injectable()
export class RoomDetailsStore {
  private readonly roomId = inject<string>(MAT_DIALOG_DATA);
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly session = inject(SessionStore);
  private readonly signs = inject(RoomSigns);

  readonly room = computed(() => this.chat.room(this.roomId)?.room ?? null);
  readonly members = computed(() => Object.values(this.chat.room(this.roomId)?.members ?? {}).sort(byRankAndName));
  private readonly isRoom = computed(() => this.room()?.kind !== 'direct');
  readonly canLeave = this.isRoom;
  private readonly owns = computed(() => this.isRoom() && this.room()?.me?.role === 'owner');
  private readonly moderates = computed(() => ['owner', 'admin'].includes(this.room()?.me?.role ?? ''));
  readonly canEdit = computed(() => this.isRoom() && this.moderates());
  /** To a private room people are added; into a public one they walk by themselves. */
  readonly canAdd = computed(() => this.room()?.kind === 'private' && this.moderates());

  readonly adding = submission({
    send: (userId: string) => this.api.addMember(this.roomId, userId),
    done: (member) => this.chat.addMembers(this.roomId, [member]),
  });
  /** The change comes back as an event, as it does to everybody else. */
  readonly removing = submission({
    send: (userId: string) => this.api.removeMember(this.roomId, userId),
    done: () => undefined,
  });
  readonly changingRole = submission({
    send: ({ userId, role }: { userId: string; role: Role }) => this.api.setRole(this.roomId, userId, role),
    done: (member) => this.chat.addMembers(this.roomId, [member]),
  });
  readonly leaving = submission({
    send: (_: null) => this.api.leave(this.roomId),
    done: () => this.chat.forget(this.roomId),
  });
  readonly problem = computed(
    () => this.adding.error() ?? this.removing.error() ?? this.changingRole.error() ?? this.leaving.error(),
  );

  isMember(userId: string): boolean {
    return userId in (this.chat.room(this.roomId)?.members ?? {});
  }

  canRemove({ user, role }: Member): boolean {
    return this.canEdit() && role !== 'owner' && !this.isSelf(user.id);
  }

  /** Only the owner gives and takes roles, and hands the room over. */
  canChangeRole({ user }: Member): boolean {
    return this.owns() && !this.isSelf(user.id);
  }

  isOnline(userId: string): boolean {
    return this.signs.isOnline(userId);
  }

  isSelf(userId: string): boolean {
    return userId === this.session.user()?.id;
  }
}

function byRankAndName(a: Member, b: Member): number {
  return RANK[a.role] - RANK[b.role] || a.user.displayName.localeCompare(b.user.displayName);
}
