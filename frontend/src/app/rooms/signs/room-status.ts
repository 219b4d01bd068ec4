import type { Room } from '#shared';
import { clockTime, dateAndTime, daysBetween } from '../../ui/time-labels';
import { presenceLabel } from './presence-label';
import { membersLabel } from '../room-names';
import type { RoomSigns } from './room-signs';
import { typingLabel } from './typing-label';

/** The line under the name of an open room. */
export interface RoomStatus {
  /** Who is in it and who is there, or when the other one last was; without a connection, how old what is shown is. */
  readonly about: string;
  /** Who types; empty for nobody. */
  readonly typing: string;
}

export function roomStatus(room: Room, signs: RoomSigns): RoomStatus {
  const typing = typingLabel(signs.typistsIn(room.id));
  const lastUpdated = signs.lastUpdated();
  if (lastUpdated) return { typing, about: lastUpdatedLabel(lastUpdated, signs.minute()) };
  return { typing, about: room.kind === 'direct' ? aboutPeer(room, signs) : aboutMembers(room, signs) };
}

function lastUpdatedLabel(at: Date, now: Date): string {
  const iso = at.toISOString();
  return daysBetween(at, now) > 0
    ? $localize`:@@lastUpdatedOn:Last updated ${dateAndTime(iso)}:moment:`
    : $localize`:@@lastUpdatedAt:Last updated at ${clockTime(iso)}:time:`;
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
