import * as z from 'zod/mini';

/** A message that its writer has sent and the log does not show yet. As it is kept on the device, and told to other tabs. */
export const OutboxEntry = z.readonly(
  z.object({
    /** Given at the first try and kept for every retry: the server stores it once, however often it arrives. */
    clientId: z.string(),
    roomId: z.string(),
    body: z.string(),
    /** The place of the message that this one answers. */
    replyTo: z.nullable(z.number()),
    createdAt: z.string(),
    /** Its place in the queue, over all rooms and tabs. */
    turn: z.number(),
    state: z.enum(['waiting', 'stored', 'failed']),
    /** Its place in the log once the server has given it one. */
    seq: z.nullable(z.number()),
    /** Why it was refused, in words for its writer. */
    reason: z.nullable(z.string()),
  }),
);
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/** What has become of some entries, as one tab tells the others. */
export const OutboxNews = z.readonly(z.object({ changed: z.array(OutboxEntry), gone: z.array(z.string()) }));
export type OutboxNews = z.infer<typeof OutboxNews>;

/** The entries after some news, in the order of their turns. What is stored stays stored, whoever says otherwise. */
export function withNews(entries: readonly OutboxEntry[], { changed, gone }: OutboxNews): readonly OutboxEntry[] {
  const byId = new Map(entries.map((entry) => [entry.clientId, entry]));
  for (const entry of changed) if (byId.get(entry.clientId)?.state !== 'stored') byId.set(entry.clientId, entry);
  for (const clientId of gone) byId.delete(clientId);
  return [...byId.values()].sort((a, b) => a.turn - b.turn);
}

/** The entry of a room whose turn it is. */
export const nextOf = (entries: readonly OutboxEntry[], roomId: string): OutboxEntry | undefined =>
  entries.find((entry) => entry.roomId === roomId && entry.state === 'waiting');

/** The turn behind all others; a clock that was set back does not let a message overtake an older one. */
export const lastTurn = (entries: readonly OutboxEntry[]): number =>
  Math.max(Date.now(), (entries.at(-1)?.turn ?? 0) + 1);
