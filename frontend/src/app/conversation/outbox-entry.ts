/** A message that its writer has sent and the log does not show yet. */
export interface OutboxEntry {
  /** Given at the first try and kept for every retry: the server stores it once, however often it arrives. */
  readonly clientId: string;
  readonly roomId: string;
  readonly body: string;
  readonly createdAt: string;
  readonly state: 'waiting' | 'stored' | 'failed';
  /** Its place in the log once the server has given it one. */
  readonly seq: number | null;
  /** Why it was refused, in words for its writer. */
  readonly reason: string | null;
}
