import type { Room } from '#shared';

/** A room's face: what its avatar and its title show. A direct room wears that of the other person. */
export interface RoomFace {
  readonly title: string;
  readonly kind: 'person' | 'room';
  /** Chooses the tint. */
  readonly id: string;
}

export function faceOf(room: Room): RoomFace {
  if (room.kind === 'direct') {
    return { title: room.peer?.displayName ?? 'Direct conversation', kind: 'person', id: room.peer?.id ?? room.id };
  }
  return { title: room.name ?? 'Room', kind: 'room', id: room.id };
}

export const membersLabel = (count: number): string => (count === 1 ? '1 member' : `${count} members`);
