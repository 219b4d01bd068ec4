/** Whom a message of the bus is for: also the name of its channel, and of the Socket.IO room of those who listen. */
export type Topic = `${'room' | 'viewers' | 'user' | 'session'}:${string}`;

export const topic = {
  /** The sockets of a room's members. */
  room: (roomId: string): Topic => `room:${roomId}`,
  /** The sockets that have a room on the screen. */
  viewers: (roomId: string): Topic => `viewers:${roomId}`,
  user: (userId: string): Topic => `user:${userId}`,
  session: (sessionId: string): Topic => `session:${sessionId}`,
};
