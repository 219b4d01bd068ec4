import type { Connection, Instance, Monitor } from '#shared';
import { aUser } from '../auth/testing';

const AT = '2026-06-11T10:00:00.000Z';

export const anInstance = (over: Partial<Instance> = {}): Instance => ({
  id: 'i-1',
  name: 'parley-1',
  startedAt: '2026-06-02T06:00:00.000Z',
  sockets: 12,
  users: 9,
  joins: 0.5,
  leaves: 0.25,
  events: 30,
  bytes: 12_000,
  commits: 4,
  messages: 6,
  commitMs: 1.2,
  loopDelayMs: 3,
  memoryBytes: 150_000_000,
  slowReaders: 0,
  bus: 'ok',
  database: 'ok',
  ...over,
});

export const aConnection = (over: Partial<Connection> = {}): Connection => ({
  id: 'c-1',
  user: aUser(),
  instanceId: 'i-1',
  device: 'Firefox on Linux',
  connectedAt: '2026-06-11T09:12:00.000Z',
  roundTripMs: 18,
  waitingBytes: 0,
  state: 'healthy',
  ...over,
});

export const aMonitor = (over: Partial<Monitor> = {}): Monitor => ({
  at: AT,
  usersOnline: 9,
  usersInAll: 30,
  instances: [anInstance()],
  connections: [aConnection()],
  ...over,
});
