import type { Message } from '#shared';
import type { Refused } from './refusal.js';

/** A message as it is asked for: already validated, not yet judged. */
export interface Draft {
  readonly roomId: string;
  readonly senderId: string;
  readonly clientId: string;
  readonly body: string;
  /** The place of the message that it answers. */
  readonly replyTo: number | null;
}

/** A message in the log; `replayed` when an earlier try had already stored it. */
export interface Appended {
  readonly message: Message;
  readonly replayed: boolean;
}

/** What became of one draft of a batch. */
export type Outcome = Appended | Refused;
