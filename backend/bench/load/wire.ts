import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const NOTHING = Buffer.alloc(0);
/** All sockets read into the same memory, since what was read is dealt with before the next read. */
const SHARED = Buffer.allocUnsafe(256 * 1_024);
const END_OF_HEAD = Buffer.from('\r\n\r\n');
const CLOSE = 8;

interface Handlers {
  /** A text has come. The buffer is good until the call returns. */
  readonly text: (payload: Buffer) => void;
  readonly closed: () => void;
}

/** A WebSocket at the least cost that TCP allows: thousands of them must not outweigh the server that they load. */
export class Wire {
  private readonly socket: Socket;
  private rest: Buffer = NOTHING;
  private isOpen = false;

  constructor(
    { host, hostname, port }: URL,
    private readonly handlers: Handlers,
  ) {
    this.socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: { buffer: SHARED, callback: (length, buffer) => this.read(buffer as Buffer, length) },
    });
    this.socket.on('error', () => this.socket.destroy());
    this.socket.on('close', handlers.closed);
    this.socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\n` +
        `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
  }

  /** Sends a text in one frame. A mask of zeros satisfies the protocol and changes nothing. */
  send(text: string): void {
    const length = Buffer.byteLength(text);
    const start = length < 126 ? 6 : 8;
    const frame = Buffer.alloc(start + length);
    frame[0] = 0x81;
    frame[1] = 0x80 | (length < 126 ? length : 126);
    if (length >= 126) frame.writeUInt16BE(length, 2);
    frame.write(text, start);
    this.socket.write(frame);
  }

  /** Gone without a word, as when the network goes. */
  drop(): void {
    this.socket.destroy();
  }

  private read(buffer: Buffer, length: number): boolean {
    const chunk = buffer.subarray(0, length);
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const taken = this.isOpen ? this.frames(bytes, 0) : this.head(bytes);
    this.rest = taken === bytes.length ? NOTHING : Buffer.from(bytes.subarray(taken));
    return true;
  }

  private head(bytes: Buffer): number {
    const end = bytes.indexOf(END_OF_HEAD);
    if (end < 0) return 0;
    this.isOpen = bytes.subarray(0, 12).toString() === 'HTTP/1.1 101';
    if (this.isOpen) return this.frames(bytes, end + END_OF_HEAD.length);
    this.drop();
    return bytes.length;
  }

  /** Deals with the frames that are whole. @returns how far they reach */
  private frames(bytes: Buffer, from: number): number {
    let at = from;
    for (;;) {
      const start = at + headerLength(bytes, at);
      const end = start + (start <= bytes.length ? payloadLength(bytes, at) : 0);
      if (start > bytes.length || end > bytes.length) return at;
      if (((bytes[at] ?? 0) & 15) === CLOSE) this.drop();
      else this.handlers.text(bytes.subarray(start, end));
      at = end;
    }
  }
}

function headerLength(bytes: Buffer, at: number): number {
  const short = (bytes[at + 1] ?? 0) & 127;
  if (short < 126) return 2;
  return short === 126 ? 4 : 10;
}

function payloadLength(bytes: Buffer, at: number): number {
  const short = (bytes[at + 1] ?? 0) & 127;
  if (short < 126) return short;
  return short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6);
}
