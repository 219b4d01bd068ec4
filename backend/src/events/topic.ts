/** Whom a message of the bus is for: also the name of its channel, and of the Socket.IO room of those who listen. */
export type Topic = `${'room' | 'user' | 'session' | 'instance'}:${string}` | 'everyone' | 'instances';

export const topic = {
  /** The sockets of a room's members. */
  room: (roomId: string): Topic => `room:${roomId}`,
  user: (userId: string): Topic => `user:${userId}`,
  /** Every socket. */
  everyone: 'everyone' as Topic,
  session: (sessionId: string): Topic => `session:${sessionId}`,
  /** Every instance that is up. */
  instances: 'instances' as Topic,
  instance: (instanceId: string): Topic => `instance:${instanceId}`,
};
