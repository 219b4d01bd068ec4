import type { ChatState } from '#shared';

/** The place of the newest message in what is shown, by room. */
export type Shown = ReadonlyMap<string, number>;

/** The rooms whose notification has served its purpose: they were read somewhere, left, or the message was taken back. */
export function outdated(shown: Shown, { rooms }: ChatState): string[] {
  return [...shown]
    .filter(([roomId, seq]) => {
      const held = rooms[roomId];
      if (!held?.room.me || held.room.me.readSeq >= seq) return true;
      const last = held.room.lastMessage?.seq === seq ? held.room.lastMessage : held.log[seq - (held.log[0]?.seq ?? 0)];
      return last?.seq === seq && last.deletedAt !== null;
    })
    .map(([roomId]) => roomId);
}
