import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { ERROR_STATUS, ErrorCode } from './errors.js';
import { Event } from './events.js';
import { FOREVER, LIMITS } from './limits.js';
import {
  About,
  Body,
  ClientId,
  DisplayName,
  Id,
  IdsQuery,
  LimitQuery,
  NewPassword,
  Place,
  RoomName,
  SearchQuery,
  Seq,
  SeqQuery,
  Time,
  Topic,
  Username,
} from './primitives.js';
import {
  AddMemberRequest,
  ChangesQuery,
  CreateRoomRequest,
  DirectRoomRequest,
  EditMessageRequest,
  HistoryQuery,
  LoginRequest,
  PageQuery,
  ReadRequest,
  RegisterRequest,
  SearchPageQuery,
  SendMessageRequest,
  UpdateAccountRequest,
  UpdateMemberRequest,
  UpdatePreferencesRequest,
  UpdateRoomRequest,
  UsersQuery,
} from './rest.js';
import { User } from './shapes.js';
import { ReceiptPayload, REQUESTS, SendPayload, TypingPayload, ViewPayload } from './socket.js';

const accepts = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;
const UUID = '0190a6e4-7c1e-7b3a-9f2d-3f1c5a2b4d6e';

describe('the text of a message', () => {
  it.each([
    ['one character', 'x'],
    ['as many as there may be', 'x'.repeat(LIMITS.body.max)],
    ['as many beyond the first plane, each counted once', '\u{1F600}'.repeat(LIMITS.body.max)],
    ['more than that only until it is trimmed', ` ${'x'.repeat(LIMITS.body.max)} `],
    ['lines', 'one\n\ttwo'],
  ])('may have %s', (_, body) => {
    expect(accepts(Body, body)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['only blanks', ' \n\t\u00a0'],
    ['one character too many', 'x'.repeat(LIMITS.body.max + 1)],
    ['one too many beyond the first plane', '\u{1F600}'.repeat(LIMITS.body.max + 1)],
    ['NUL', 'a\0b'],
    ['half a character', 'a\ud83d'],
    ['a number for a text', 7],
    ['a list for a text', ['x']],
  ])('may not have %s', (_, body) => {
    expect(accepts(Body, body)).toBe(false);
  });

  it('is trimmed', () => {
    expect(Body.parse('  hello\n')).toBe('hello');
  });
});

describe('a username', () => {
  it.each(['ada', 'grace.hopper', 'a-1_b', '007', 'x'.repeat(32)])('may be %s', (name) => {
    expect(accepts(Username, name)).toBe(true);
  });

  it.each(['ab', 'x'.repeat(33), '.ada', 'ada.', '-ada', 'ada lovelace', '\u00e4da', 'ada@home', '', 'ad\0a'])(
    'may not be %j',
    (name) => {
      expect(accepts(Username, name)).toBe(false);
    },
  );

  it('is the same in capitals', () => {
    expect(Username.parse(' Ada ')).toBe('ada');
  });
});

describe('a new password', () => {
  it('is taken as it was typed', () => {
    expect(NewPassword.parse('  ten chars')).toBe('  ten chars');
  });

  it.each([9, 201])('may not have %i characters', (length) => {
    expect(accepts(NewPassword, 'p'.repeat(length))).toBe(false);
  });
});

describe('names', () => {
  it.each([
    ['a display name', DisplayName, LIMITS.displayName.max],
    ['the name of a room', RoomName, LIMITS.roomName.max],
    ['what somebody says of themselves', About, LIMITS.about.max],
    ['a topic', Topic, LIMITS.topic.max],
    ['a search', SearchQuery, LIMITS.search.max],
  ])('%s holds up to its limit and no more', (_, schema, max) => {
    expect(accepts(schema, 'x'.repeat(max))).toBe(true);
    expect(accepts(schema, 'x'.repeat(max + 1))).toBe(false);
  });

  it.each([
    ['a display name', DisplayName],
    ['the name of a room', RoomName],
  ])('%s is not empty', (_, schema) => {
    expect(accepts(schema, '   ')).toBe(false);
  });
});

describe('ids and numbers', () => {
  it.each(['a', UUID, 'A_z-9', 'x'.repeat(64)])('an id may be %s', (id) => expect(accepts(Id, id)).toBe(true));
  it.each(['', 'x'.repeat(65), '../etc', 'a b', 'a%00', 7, null])('an id may not be %j', (id) => {
    expect(accepts(Id, id)).toBe(false);
  });

  it('a client id is a UUID', () => {
    expect(accepts(ClientId, UUID)).toBe(true);
    expect(accepts(ClientId, 'not-a-uuid')).toBe(false);
  });

  it.each([-1, 1.5, '1', Number.NaN, Number.MAX_SAFE_INTEGER + 1])('a place in the log may not be %j', (seq) => {
    expect(accepts(Seq, seq)).toBe(false);
  });

  it.each(['-1', '1.5', '1e3', '', '0x10', '9'.repeat(16)])('a place in a query may not be %j', (seq) => {
    expect(accepts(SeqQuery, seq)).toBe(false);
  });

  it('the place of a message begins at 1', () => {
    expect([0, 1].map((place) => accepts(Place, place))).toEqual([false, true]);
  });

  it('at most a hundred people are asked for by their ids', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, n) => `u${n}`).join(',');
    expect(accepts(IdsQuery, ids(100))).toBe(true);
    for (const wrong of [ids(101), '', 'u1,', 'u1,,u2', 'u 1']) expect(accepts(IdsQuery, wrong)).toBe(false);
  });

  it('a page has from 1 to 200 items', () => {
    expect(['1', '200'].map((limit) => accepts(LimitQuery, limit))).toEqual([true, true]);
    expect(['0', '201', '1000', 'ten'].map((limit) => accepts(LimitQuery, limit))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('a time is UTC with milliseconds', () => {
    expect(accepts(Time, '2026-01-31T09:30:00.000Z')).toBe(true);
    expect(accepts(Time, '2026-01-31T09:30:00Z')).toBe(false);
    expect(accepts(Time, '2026-01-31T09:30:00.000+01:00')).toBe(false);
  });
});

describe('a request', () => {
  const valid: [string, z.ZodMiniType, Record<string, unknown>][] = [
    ['RegisterRequest', RegisterRequest, { username: 'ada', password: 'a long password', displayName: 'Ada' }],
    ['LoginRequest', LoginRequest, { username: 'ada', password: 'x' }],
    ['PageQuery', PageQuery, { cursor: 'abc', limit: '20' }],
    ['SearchPageQuery', SearchPageQuery, { q: 'ada', cursor: 'abc', limit: '20' }],
    ['CreateRoomRequest', CreateRoomRequest, { name: 'General', kind: 'public', topic: 'All of us' }],
    ['UpdateRoomRequest', UpdateRoomRequest, { name: 'Lunch', topic: '' }],
    ['UpdateMemberRequest', UpdateMemberRequest, { role: 'admin' }],
    ['UpdatePreferencesRequest', UpdatePreferencesRequest, { mutedUntil: FOREVER, pinned: true, archived: false }],
    [
      'UpdateAccountRequest',
      UpdateAccountRequest,
      { displayName: 'Ada', about: '', settings: { shareReceipts: false } },
    ],
    ['UsersQuery', UsersQuery, { ids: 'u1,u2' }],
    ['DirectRoomRequest', DirectRoomRequest, { userId: 'u1' }],
    ['AddMemberRequest', AddMemberRequest, { userId: 'u1' }],
    ['HistoryQuery', HistoryQuery, { before: '10', limit: '20' }],
    ['SendMessageRequest', SendMessageRequest, { clientId: UUID, body: 'hello', replyTo: 3 }],
    ['EditMessageRequest', EditMessageRequest, { body: 'hello' }],
    ['ChangesQuery', ChangesQuery, { since: '3' }],
    ['ReadRequest', ReadRequest, { seq: 3 }],
    ['message:send', SendPayload, { roomId: 'r1', clientId: UUID, body: 'hello', replyTo: 3 }],
    ['receipt', ReceiptPayload, { roomId: 'r1', seq: 3 }],
    ['typing', TypingPayload, { roomId: 'r1', active: true }],
    ['room:view', ViewPayload, { roomId: null, inSight: ['r1'], visible: true }],
  ];

  it.each(valid)('%s is taken as the contract has it', (_, schema, value) => {
    expect(accepts(schema, value)).toBe(true);
  });

  it.each(valid)('%s with an unknown field is refused', (_, schema, value) => {
    expect(accepts(schema, { ...value, surprise: true })).toBe(false);
  });

  it.each(valid)('%s is refused with a field of a wrong type', (_, schema, value) => {
    for (const field of Object.keys(value)) expect(accepts(schema, { ...value, [field]: { wrong: 1 } })).toBe(false);
  });

  it.each([undefined, null, 'text', 7, []])('is refused when it is %j', (value) => {
    for (const { payload } of Object.values(REQUESTS)) expect(accepts(payload, value)).toBe(false);
  });

  it('for history gives one position at most', () => {
    expect(accepts(HistoryQuery, {})).toBe(true);
    expect(accepts(HistoryQuery, { before: '10', after: '2' })).toBe(false);
  });

  it('for people gives ids or a search', () => {
    expect(accepts(UsersQuery, { q: 'ada', limit: '10' })).toBe(true);
    expect(accepts(UsersQuery, { ids: 'u1', q: 'ada' })).toBe(false);
  });

  it('for a view has at most fifty rooms in sight', () => {
    const rooms = (count: number) => Array.from({ length: count }, (_, n) => `r${n}`);
    expect(accepts(ViewPayload, { roomId: null, inSight: rooms(50) })).toBe(true);
    expect(accepts(ViewPayload, { roomId: null, inSight: rooms(51) })).toBe(false);
  });

  it('creates no direct room by name', () => {
    expect(accepts(CreateRoomRequest, { name: 'Us two', kind: 'direct' })).toBe(false);
  });
});

describe('answers and events', () => {
  const user = {
    id: 'u1',
    username: 'ada',
    displayName: 'Ada',
    about: null,
    avatarUrl: null,
    kind: 'human',
    createdAt: '2026-01-31T09:30:00.000Z',
  };

  it('may have fields that an older reader does not know, and drops', () => {
    expect(User.parse({ ...user, mood: 'fine' })).toEqual(user);
  });

  it('are of a type that the contract names', () => {
    expect(accepts(Event, { type: 'typing', roomId: 'r1', userId: 'u1', active: true })).toBe(true);
    expect(accepts(Event, { type: 'room.exploded', roomId: 'r1' })).toBe(false);
  });

  it('name an error by a code that has an HTTP status', () => {
    for (const code of ErrorCode.options) expect(ERROR_STATUS[code]).toBeGreaterThanOrEqual(400);
    expect(accepts(ErrorCode, 'teapot')).toBe(false);
  });
});
