/** What somebody has said so many minutes ago, and how long ago in the same room was said what it answers. */
export type Said = readonly [minutesAgo: number, username: string, body: string, answeredMinutesAgo?: number];

const DRAIN = `One for the freeze: the outbox could send twice after a sleep.

\`\`\`outbox.ts
// One message per room at a time, oldest first.
async function drain(room: RoomId): Promise<void> {
  for await (const entry of outbox.pending(room)) {
    const ack = await socket.timeout(8_000).emitWithAck('message:send', entry.request);
    if (ack.ok) {
      await outbox.remove(entry.clientId);
      continue;
    }
    if (ack.error.code === 'unavailable') {
      // The connection is gone: the next one begins here again.
      return;
    }
    await outbox.refuse(entry.clientId, ack.error);
  }
}
\`\`\``;

/** The end of what a room has said by now, after the weeks of small talk; everybody has read it. */
export const TODAY: Readonly<Record<string, readonly Said[]>> = {
  'Release 2.8': [
    [131, 'nora', 'Freeze from 18:00, only fixes after that.'],
    [128, 'grace', 'Lovely. I’ll cut the branch tonight.'],
    [94, 'priya', DRAIN, 131],
    [87, 'nora', 'Reads well. Merging it now.'],
    [46, 'tom', '2.8 is on a quarter of the servers. Error rate is flat.'],
    [44, 'nora', '🎉🚀'],
  ],
  'nora and ben': [
    [63, 'nora', 'Coffee at eleven?'],
    [61, 'ben', 'With pleasure ☕', 63],
  ],
  'nora and grace': [
    [54, 'grace', 'The notes are nearly there. Can you read them at two?'],
    [51, 'nora', 'Of course. I will bring the coffee.'],
    [49, 'grace', 'Perfect, thank you.'],
    [48, 'nora', 'See you at two.'],
  ],
};
