import type { Room } from '#shared';
import { plural } from '../core/plural';

/** A room's face: what its avatar and its title show. A direct room wears that of the other person. */
export interface RoomFace {
  readonly title: string;
  readonly kind: 'person' | 'room';
  /** Chooses the tint. */
  readonly id: string;
  /** Where the picture is; null where there is none. */
  readonly picture: string | null;
}

export function faceOf({ id, kind, name, peer }: Room): RoomFace {
  if (kind === 'direct') {
    const title = peer?.displayName ?? $localize`:@@directConversation:Direct conversation`;
    return { title, kind: 'person', id: peer?.id ?? id, picture: peer?.avatarUrl ?? null };
  }
  return { title: name ?? $localize`:@@room:Room`, kind: 'room', id, picture: null };
}

/** Says what a button with nothing but an icon opens. */
export const optionsLabel = (name: string): string => $localize`:@@optionsFor:Options for ${name}:name:`;

export const membersLabel = (count: number): string =>
  plural(count, {
    one: $localize`:@@memberOne:1 member`,
    other: $localize`:@@membersMany:${count}:count: members`,
  });

/** How much a search has come to. */
export const resultsLabel = (count: number): string =>
  plural(count, {
    one: $localize`:@@findCountOne:1 result`,
    other: $localize`:@@findCount:${count}:count: results`,
  });
