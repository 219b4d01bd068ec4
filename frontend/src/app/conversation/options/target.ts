import type { Message, Role } from '#shared';
import type { OutboxEntry } from '../../rooms/outbox/outbox-entry';

/** A message that something can be done with: one of the log, or one that is not known to be there yet. */
export type Target =
  { readonly kind: 'stored'; readonly message: Message } | { readonly kind: 'outgoing'; readonly entry: OutboxEntry };

/** Who asks, and what they are in the room. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
}

export type StoredAbility = 'reply' | 'copy' | 'info' | 'edit' | 'delete';
export type OutgoingAbility = 'tryAgain' | 'copy' | 'takeBack' | 'discard' | 'cancel';
export type Ability = StoredAbility | OutgoingAbility;

/** What somebody can do with a message of the log, in the order of the menu; the server decides by the same rules. */
export function storedAbilities(message: Message, { userId, role }: Actor): readonly StoredAbility[] {
  if (message.kind !== 'text' || message.deletedAt) return [];
  if (message.senderId === userId) return ['reply', 'copy', 'info', 'edit', 'delete'];
  return role === 'member' ? ['reply', 'copy'] : ['reply', 'copy', 'delete'];
}

/** What its writer can do with a message that is not in the log yet. */
export function outgoingAbilities({ state }: OutboxEntry): readonly OutgoingAbility[] {
  switch (state) {
    case 'failed':
      return ['tryAgain', 'copy', 'takeBack', 'discard'];
    case 'waiting':
      return ['copy', 'cancel'];
    case 'stored':
      return ['copy'];
  }
}

/** The newest of one's own messages that can be changed; null where none is held. */
export function lastOwn(log: readonly Message[], userId: string): Message | null {
  return log.findLast((each) => each.senderId === userId && each.kind === 'text' && !each.deletedAt) ?? null;
}

export const bodyOf = (target: Target): string => (target.kind === 'stored' ? target.message.body : target.entry.body);
