import { Event, PROTOCOL_VERSION, Ready, SessionEnded } from '#shared';
import { Observable } from 'rxjs';
import * as z from 'zod/mini';
import type { Wire } from './wire';

/** What is heard over one connection, from its beginning until it is lost. */
export type Heard =
  | { readonly kind: 'ready'; readonly ready: Ready }
  | { readonly kind: 'events'; readonly events: Event[] }
  | { readonly kind: 'lost'; readonly isPlanned: boolean };

/** The server knows this session no longer. */
export class SessionOver extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** The server speaks another version of the protocol than this client. */
export class OtherProtocol extends Error {
  constructor(readonly version: number) {
    super(`protocol ${version}`);
  }
}

/** "Service restart": the server has closed the connection because it stops, and will be back. */
const SERVICE_RESTART = 1012;

const Spoken = z.object({ protocol: z.int() });

/**
 * One connection over the wire: connects when subscribed to, disconnects when unsubscribed from, completes when it is lost.
 * Fails with `SessionOver` or `OtherProtocol`, after which no further try makes sense.
 */
export function linkOver(wire: Wire): Observable<Heard> {
  return new Observable((link) => {
    const lose = (isPlanned: boolean): void => {
      link.next({ kind: 'lost', isPlanned });
      link.complete();
    };
    wire.on('ready', (packet) => {
      const spoken = Spoken.safeParse(packet).data;
      const ready = Ready.safeParse(packet).data;
      if (spoken && spoken.protocol !== PROTOCOL_VERSION) link.error(new OtherProtocol(spoken.protocol));
      else if (ready) link.next({ kind: 'ready', ready });
    });
    wire.on('events', (packet) => link.next({ kind: 'events', events: knownEvents(packet) }));
    wire.on('session:ended', (packet) =>
      link.error(new SessionOver(SessionEnded.safeParse(packet).data?.reason ?? '')),
    );
    wire.on('disconnect', (_reason, details) => lose(closeCode(details) === SERVICE_RESTART));
    wire.on('connect_error', (error) => {
      if (codeOf(error) === 'unauthenticated') link.error(new SessionOver(''));
      else lose(false);
    });
    wire.connect();
    return () => {
      wire.off();
      wire.disconnect();
    };
  });
}

/** Skips what this version does not know or cannot read; a gap in `rev` then tells that something was missed. */
function knownEvents(packet: unknown): Event[] {
  if (!Array.isArray(packet)) return [];
  return packet.flatMap((item: unknown) => Event.safeParse(item).data ?? []);
}

const Refused = z.object({ data: z.object({ code: z.string() }) });
const codeOf = (error: unknown): string | undefined => Refused.safeParse(error).data?.data.code;

/** Socket.IO hands on the browser's close event, wrapped. */
const Closed = z.object({ context: z.object({ code: z.number() }) });
const closeCode = (details: unknown): number | undefined => Closed.safeParse(details).data?.context.code;
