import type { Role, RoomKind } from '#shared';
import { forbidden, notFound } from '../common/domain-error.js';
import type { MemberEntity } from './member.entity.js';
import type { RoomEntity } from './room.entity.js';

/** Where a user stands towards a room; `member` is there only while the user is a present member. */
export interface Access {
  readonly room: RoomEntity;
  readonly member: MemberEntity | null;
}

/** The access of a present member. */
export interface MemberAccess extends Access {
  readonly member: MemberEntity;
}

const noSuchRoom = () => notFound('There is no such room.');

/** Public rooms are everybody's to see, other rooms their members'; what one may not see is not there. */
export function requireVisible(access: Access | null): Access {
  if (access && (access.member || access.room.kind === 'public')) return access;
  throw noSuchRoom();
}

/**
 * The room and the present membership of who reads or writes there, as far as each was read; otherwise throws what the
 * room's kind lets an outsider know.
 */
export function requireInside<R extends { readonly kind: RoomKind }, M extends object>(
  room: R | undefined,
  member: M | null | undefined,
): { room: R; member: M } {
  if (room && member) return { room, member };
  if (room?.kind === 'public') throw forbidden('Join the room first.');
  throw noSuchRoom();
}

/** The access of a present member; otherwise throws as `requireInside`. */
export const requireMember = (access: Access | null): MemberAccess => requireInside(access?.room, access?.member);

/** Anybody may join a public room. A private one is joined by being added, which its members are already. */
export const requireJoinable = (access: Access | null): Access => requireVisible(access);

export function requireLeavable(access: Access | null): MemberAccess {
  const { room, member } = requireMember(access);
  if (room.kind === 'direct') throw forbidden('A direct conversation cannot be left.');
  return { room, member };
}

/** Every member of a public room may bring others in; in a private one it takes a moderator. */
export function requireInviter(access: Access | null): MemberAccess {
  const { room, member } = requireMember(access);
  if (room.kind === 'direct') throw forbidden('Nobody can be added to a direct conversation.');
  if (room.kind === 'private' && !isModerator(member.role)) throw forbidden('Only a moderator can add people here.');
  return { room, member };
}

/** A moderator may remove whoever stands below: an owner admins and members, an admin members. */
export function requireRemover(access: Access | null, target: Role): void {
  const { room, member } = requireMember(access);
  if (room.kind === 'direct') throw forbidden('Nobody can be removed from a direct conversation.');
  if (RANK[member.role] <= RANK[target] || !isModerator(member.role))
    throw forbidden('You may not remove this person.');
}

/** Owner and admins say what a room is called and what it is about. */
export function requireEditor(access: Access | null): MemberAccess {
  const { room, member } = requireMember(access);
  if (room.kind === 'direct') throw forbidden('A direct conversation has no name of its own.');
  if (!isModerator(member.role)) throw forbidden('Only an owner or an admin can change the room.');
  return { room, member };
}

/** The owner alone gives and takes roles. */
export function requireOwner(access: Access | null): MemberAccess {
  const { room, member } = requireMember(access);
  if (room.kind === 'direct') throw forbidden('A direct conversation has no roles.');
  if (member.role !== 'owner') throw forbidden('Only the owner can change roles.');
  return { room, member };
}

const RANK: Readonly<Record<Role, number>> = { owner: 2, admin: 1, member: 0 };

const isModerator = (role: Role): boolean => role !== 'member';
