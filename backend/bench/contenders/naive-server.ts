import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message, SendPayload } from '#shared';
import { Server } from 'socket.io';
import { createdEvent, newMessage } from './message.js';
import { openDatabase, readSeats, seatOf } from './seats.js';

/**
 * The tutorial's server: Socket.IO, one INSERT and so one commit a message, one emit a message. Its durability is
 * Parley's, and so are the bytes that it stores and sends; everything else that Parley does it leaves out.
 */
const database = openDatabase(process.argv[2] ?? '.');
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
const seats = readSeats(database);
const lastSeqs = new Map<string, number>();
const insert = database.prepare(
  `INSERT INTO messages (id, room_id, seq, rev, sender_id, client_id, kind, body, created_at)
   VALUES (@id, @roomId, @seq, @rev, @senderId, @clientId, @kind, @body, @createdAt)`,
);

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });

io.on('connection', async (socket) => {
  const seat = seatOf(seats, socket.handshake.auth['token']);
  if (!seat) return socket.disconnect(true);
  const { roomId, userId } = seat;
  socket.on('message:send', (payload: SendPayload, acknowledge: (answer: { ok: true; message: Message }) => void) => {
    const seq = (lastSeqs.get(roomId) ?? 0) + 1;
    const message = newMessage(payload, userId, seq);
    insert.run(message);
    lastSeqs.set(roomId, seq);
    io.to(roomId).emit('events', [createdEvent(message)]);
    acknowledge({ ok: true, message });
  });
  await socket.join(roomId);
  const lastSeq = lastSeqs.get(roomId) ?? 0;
  return socket.emit('ready', { heads: [{ roomId, lastSeq, rev: lastSeq + 1 }] });
});

http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`naive is running at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
