import { computed, inject, Injectable, signal } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { Member, Role } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { submission } from '../../core/submission';
import { allMembers } from '../../rooms/store/all-members';
import { ChatStore } from '../../rooms/store/chat-store';
import { holdsAllMembers } from '../../rooms/store/held-members';
import { MemberSearch } from '../../rooms/people/member-search';
import { isNamedLike } from '../../rooms/people/named-like';
import { RoomSigns } from '../../rooms/signs/room-signs';
import { RoomsApi } from '../../rooms/store/rooms-api';

const RANK: Readonly<Record<Member['role'], number>> = { owner: 0, admin: 1, member: 2 };

/** What a room's details show and let one do. */
@Injectable()
export class RoomDetailsStore {
  private readonly roomId = inject<string>(MAT_DIALOG_DATA);
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly session = inject(SessionStore);
  private readonly signs = inject(RoomSigns);
  private readonly remote = inject(MemberSearch);
  private readonly everybody = allMembers(this.roomId);
  private readonly held = computed(() => this.chat.room(this.roomId));
  private readonly wanted = signal('');

  readonly room = computed(() => this.held()?.room ?? null);
  /** What the members are searched for; empty for all of them. */
  readonly search = this.wanted.asReadonly();
  /** The members, those with a rank first; in a search those whose name holds it. */
  readonly members = computed(() =>
    Object.values(this.held()?.members ?? {})
      .filter(({ user }) => isNamedLike(user, this.search()))
      .sort(byRankAndName),
  );
  readonly seeking = this.remote.state;
  /** Whether the server may know of more than what shows, and is being asked. */
  readonly isLooking = computed(() => this.everybody.loading() || this.seeking() === 'asking');
  /** Whether it could not be asked. */
  readonly notAsked = computed(
    () =>
      !this.isLooking() && (this.everybody.problem() !== '' || (this.search() !== '' && this.seeking() === 'failed')),
  );

  private readonly isRoom = computed(() => this.room()?.kind !== 'direct');
  readonly canLeave = this.isRoom;
  private readonly owns = computed(() => this.isRoom() && this.room()?.me?.role === 'owner');
  private readonly moderates = computed(() => ['owner', 'admin'].includes(this.room()?.me?.role ?? ''));
  readonly canEdit = computed(() => this.isRoom() && this.moderates());
  /** To a private room people are added; into a public one they walk by themselves. */
  readonly canAdd = computed(() => this.room()?.kind === 'private' && this.moderates());
  readonly isMember = (userId: string): boolean => userId in (this.held()?.members ?? {});

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
  readonly problem = computed(() => this.adding.error() ?? this.removing.error() ?? this.changingRole.error());

  constructor() {
    const held = this.held();
    if (held && !holdsAllMembers(held)) this.everybody.load();
  }

  /** Searches the members by name: at once among those who are known, then on the server. */
  find(text: string): void {
    this.wanted.set(text.trim());
    if (this.wanted()) this.remote.seek(this.roomId, this.wanted());
  }

  /** Asks the server once more, after it did not answer. */
  lookAgain(): void {
    if (this.everybody.problem()) this.everybody.load();
    this.find(this.wanted());
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
