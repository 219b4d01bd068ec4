import * as z from 'zod/mini';
import { Time } from './primitives.js';
import { User } from './shapes.js';

// What an admin sees of the running installation. Rates are per second, over the last seconds.

/** One running server. */
export const Instance = z
  .object({
    id: z.string(),
    /** The name that its operator gave it, otherwise that of its host with its port. */
    name: z.string(),
    startedAt: Time,
    sockets: z.int().check(z.minimum(0)),
    users: z.int().check(z.minimum(0)),
    joins: z.number().check(z.minimum(0)),
    leaves: z.number().check(z.minimum(0)),
    events: z.number().check(z.minimum(0)),
    bytes: z.number().check(z.minimum(0)),
    commits: z.number().check(z.minimum(0)),
    messages: z.number().check(z.minimum(0)),
    /** The mean time of a commit of the message log, in milliseconds. */
    commitMs: z.number().check(z.minimum(0)),
    /** How late the event loop runs, 99th percentile, in milliseconds. */
    loopDelayMs: z.number().check(z.minimum(0)),
    memoryBytes: z.int().check(z.minimum(0)),
    slowReaders: z.int().check(z.minimum(0)),
    bus: z.enum(['alone', 'ok', 'degraded']),
    database: z.enum(['ok', 'down']),
  })
  .register(z.globalRegistry, { id: 'Instance' });
export type Instance = z.infer<typeof Instance>;

/** One open socket. */
export const Connection = z
  .object({
    id: z.string(),
    user: User,
    instanceId: z.string(),
    /** The browser and system that it names, in words. */
    device: z.nullable(z.string()),
    connectedAt: Time,
    /** How long the last heartbeat took there and back, in milliseconds; null before the first. */
    roundTripMs: z.nullable(z.number().check(z.minimum(0))),
    /** What was sent to it and is not taken yet. */
    waitingBytes: z.int().check(z.minimum(0)),
    state: z.enum(['healthy', 'hidden', 'slow']),
  })
  .register(z.globalRegistry, { id: 'Connection' });
export type Connection = z.infer<typeof Connection>;

/** All instances that are up, and the connections that fare worst, at most a hundred. */
export const Monitor = z
  .object({
    at: Time,
    /** People with a socket on any instance, each counted once. */
    usersOnline: z.int().check(z.minimum(0)),
    usersInAll: z.int().check(z.minimum(0)),
    instances: z.array(Instance),
    connections: z.array(Connection),
  })
  .register(z.globalRegistry, { id: 'Monitor' });
export type Monitor = z.infer<typeof Monitor>;
