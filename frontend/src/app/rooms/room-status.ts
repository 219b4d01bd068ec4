import type { Room } from '#shared';
import { presenceLabel } from './presence-label';
import { membersLabel } from './room-names';
import type { RoomSigns } from './room-signs';
import { typingLabel } from './typing-label';

/** The line under the name of an open room. */
export interface RoomStatus {
  /** Who is in it and who is there, or when the other one last was. */
  readonly about: string;
  /** Who types; empty for nobody. */
  readonly typing: string;
}

export function roomStatus(room: Room, signs: RoomSigns): RoomStatus {
  const typing = typingLabel(signs.typistsIn(room.id));
  return { typing, about: room.kind === 'direct' ? aboutPeer(room, signs) : aboutMembers(room, signs) };
}

function aboutPeer({ peer }: Room, signs: RoomSigns): string {
  if (!peer) return '';
  return presenceLabel(signs.presenceOf(peer.id), signs.minute()) || `@${peer.username}`;
}

function aboutMembers({ id, memberCount, topic }: Room, signs: RoomSigns): string {
  const online = signs.onlineIn(id);
  const members = membersLabel(memberCount);
  const who = online === null ? members : $localize`:@@membersOnline:${members}:members:, ${online}:online: online`;
  return topic ? `${who} \u00b7 ${topic}` : who;
}
