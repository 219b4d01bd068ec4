import type { Member, Message } from '#shared';

/** Who has read a message, who has only received it, and who has not received it yet; the sender is none of them. */
export interface Reception {
  readonly read: readonly Member[];
  readonly received: readonly Member[];
  readonly missing: readonly Member[];
}

/** @param members the present members of the room, as far as they are known */
export function receptionOf({ seq, senderId }: Message, members: readonly Member[]): Reception {
  const others = members.filter(({ user }) => user.id !== senderId).sort(byName);
  return {
    read: others.filter(({ readSeq }) => readSeq >= seq),
    received: others.filter(({ readSeq, deliveredSeq }) => readSeq < seq && deliveredSeq >= seq),
    missing: others.filter(({ readSeq, deliveredSeq }) => readSeq < seq && deliveredSeq < seq),
  };
}

const byName = (a: Member, b: Member): number => a.user.displayName.localeCompare(b.user.displayName);
