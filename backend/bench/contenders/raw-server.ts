import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Event, SendPayload } from '#shared';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { createdEvent, newMessage } from './message.js';
import { openDatabase, readSeats, seatOf, type Seat } from './seats.js';
import { textFrame } from './text-frame.js';

/**
 * The practical limit: a bare `ws` that stores nothing. All that a turn of the event loop brought to a room goes out as
 * one frame, made once, written to the sockets as it is. It speaks as much of the framing as the load generator needs.
 */
const database = openDatabase(process.argv[2] ?? '.');
const seats = readSeats(database);
database.close();

interface Room {
  lastSeq: number;
  waiting: Event[];
  readonly sockets: Set<Socket>;
}
const rooms = new Map<string, Room>();

function roomOf(roomId: string): Room {
  const known = rooms.get(roomId);
  if (known) return known;
  const room = { lastSeq: 0, waiting: [], sockets: new Set<Socket>() };
  rooms.set(roomId, room);
  return room;
}

function flush(room: Room): void {
  const frame = textFrame(`42["events",${JSON.stringify(room.waiting)}]`);
  room.waiting = [];
  for (const socket of room.sockets) socket.write(frame);
}

function seated(client: WebSocket, socket: Socket, { userId, roomId }: Seat): void {
  const room = roomOf(roomId);
  room.sockets.add(socket);
  client.on('close', () => room.sockets.delete(socket));
  const heads = [{ roomId, lastSeq: room.lastSeq, rev: room.lastSeq + 1 }];
  client.send(`42["ready",${JSON.stringify({ heads })}]`);
  client.on('message', (data: RawData) => {
    const [, id = '', json = ''] = /^42(\d+)(.*)$/s.exec(textOf(data)) ?? [];
    if (json === '') return;
    const [, payload] = JSON.parse(json) as [string, SendPayload];
    room.lastSeq += 1;
    const message = newMessage(payload, userId, room.lastSeq);
    if (room.waiting.length === 0) setImmediate(flush, room);
    room.waiting.push(createdEvent(message));
    socket.write(textFrame(`43${id}[{"ok":true,"message":${JSON.stringify(message)}}]`));
  });
}

const textOf = (data: RawData): string => (data as Buffer).toString();

const http = createServer();
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (client, { socket }) => {
  client.send('0{}');
  client.once('message', (data: RawData) => {
    const { token } = JSON.parse(textOf(data).slice(2)) as { token: string };
    const seat = seatOf(seats, token);
    if (!seat) return client.terminate();
    client.send('40{}');
    return seated(client, socket, seat);
  });
});
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`raw is running at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
