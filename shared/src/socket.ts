import * as z from 'zod/mini';
import { AckError } from './errors.js';
import type { Event } from './events.js';
import { LIMITS } from './limits.js';
import { Body, ClientId, Id, Place, Seq } from './primitives.js';
import { Message, Preferences, Watermark } from './shapes.js';

export const SendPayload = z.strictObject({ roomId: Id, clientId: ClientId, body: Body, replyTo: z.optional(Place) });
export type SendPayload = z.infer<typeof SendPayload>;

export const ReceiptPayload = z.strictObject({ roomId: Id, seq: Seq });
export type ReceiptPayload = z.infer<typeof ReceiptPayload>;

export const TypingPayload = z.strictObject({ roomId: Id, active: z.boolean() });
export type TypingPayload = z.infer<typeof TypingPayload>;

/** `inSight` are the rooms whose rows in a list are on the screen; `visible` is false while the page is hidden. */
export const ViewPayload = z.strictObject({
  roomId: z.nullable(Id),
  inSight: z.optional(z.array(Id).check(z.maxLength(LIMITS.inSight))),
  visible: z.optional(z.boolean()),
});
export type ViewPayload = z.infer<typeof ViewPayload>;

/** An acknowledgement: what the request adds on success, or why it was refused. */
export type Ack<T extends object = object> = ({ ok: true } & T) | { ok: false; error: AckError };

const ack = <T extends z.core.$ZodShape>(adds: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), ...adds }),
    z.object({ ok: z.literal(false), error: AckError }),
  ]);

/** Each request of a client over the socket: the payload it takes and the acknowledgement it gets. */
export const REQUESTS = {
  'message:send': { payload: SendPayload, ack: ack({ message: Message }) },
  'receipt:read': { payload: ReceiptPayload, ack: ack({ readSeq: Seq, unread: Seq }) },
  'receipt:delivered': { payload: ReceiptPayload, ack: ack({ deliveredSeq: Seq }) },
  typing: { payload: TypingPayload, ack: ack({}) },
  'room:view': { payload: ViewPayload, ack: ack({}) },
} as const;
export type RequestName = keyof typeof REQUESTS;
export type RequestPayload<N extends RequestName> = z.infer<(typeof REQUESTS)[N]['payload']>;
export type RequestAck<N extends RequestName> = z.infer<(typeof REQUESTS)[N]['ack']>;

/** Where a room stands and how far the socket's user is in it; a reader that holds the same has missed nothing. */
export const Head = z.object({
  roomId: Id,
  rev: Seq,
  lastSeq: Seq,
  readSeq: Seq,
  deliveredSeq: Seq,
  mentions: z.array(Seq),
  watermark: Watermark,
  ...Preferences.shape,
});
export type Head = z.infer<typeof Head>;

export const Ready = z.object({
  protocol: z.int(),
  userId: Id,
  serverTime: z.iso.datetime({ precision: 3 }),
  heads: z.array(Head),
});
export type Ready = z.infer<typeof Ready>;

export const SessionEnded = z.object({ reason: z.string() });
export type SessionEnded = z.infer<typeof SessionEnded>;

/** The typed maps for Socket.IO's `Server` and `Socket` on either side. */
export interface ServerToClient {
  ready: (ready: Ready) => void;
  'session:ended': (ended: SessionEnded) => void;
  events: (events: Event[]) => void;
}
export type ClientToServer = {
  [N in RequestName]: (payload: RequestPayload<N>, ack: (answer: RequestAck<N>) => void) => void;
};
