import type { Socket as Connection } from 'node:net';
import type { ParleySocket } from '../parley-socket.js';

/** A packet that waits, with the frame that was encoded once for all of a room. */
export interface WaitingPacket {
  readonly data?: string | Buffer;
  readonly options?: { readonly wsPreEncodedFrame?: readonly Buffer[] };
}

/**
 * The parts of Engine.IO 6.6 and ws 8 on which the short way to the connection relies, and which know what a reader has not
 * taken; neither declares them. `outlet.spec.ts` fails when they change.
 */
export interface Insides {
  readonly readyState: string;
  /** What waits until the packets before it are written. */
  readonly writeBuffer: readonly WaitingPacket[];
  readonly transport: {
    readonly socket: {
      readonly readyState: number;
      readonly _socket?: Connection;
      /** What was handed to the connection and is not written yet. */
      readonly bufferedAmount: number;
      close(code: number, reason: string): void;
      terminate(): void;
    };
  };
  write(text: string, options: { readonly wsPreEncodedFrame: readonly Buffer[] }): void;
}

/** What a socket's connection is made of. */
export const insidesOf = ({ conn }: ParleySocket): Insides => conn as unknown as Insides;
