import * as z from 'zod/mini';
import {
  About,
  Body,
  ClientId,
  Cursor,
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
  attempt,
} from './primitives.js';
import { Settings } from './account.js';
import { Member, Message, Role, Room } from './shapes.js';

// Requests are strict: an unknown field is refused. Answers are read leniently.

export const RegisterRequest = z
  .strictObject({ username: Username, password: NewPassword, displayName: z.optional(DisplayName) })
  .register(z.globalRegistry, { id: 'RegisterRequest' });
export type RegisterRequest = z.infer<typeof RegisterRequest>;

/** Lenient on purpose: a wrong password is answered as such, whatever its shape. */
export const LoginRequest = z
  .strictObject({ username: attempt(200), password: attempt(1_000) })
  .register(z.globalRegistry, { id: 'LoginRequest' });
export type LoginRequest = z.infer<typeof LoginRequest>;

/** What the caller changes of the own account; what is left out stays. An empty `about` takes it away. */
export const UpdateAccountRequest = z
  .strictObject({
    displayName: z.optional(DisplayName),
    about: z.optional(About),
    settings: z.optional(z.strictObject(z.partial(Settings).shape)),
  })
  .register(z.globalRegistry, { id: 'UpdateAccountRequest' });
export type UpdateAccountRequest = z.infer<typeof UpdateAccountRequest>;

export const PageQuery = z.strictObject({ cursor: z.optional(Cursor), limit: z.optional(LimitQuery) });
export type PageQuery = z.infer<typeof PageQuery>;
export const SearchPageQuery = z.strictObject({
  q: z.optional(SearchQuery),
  cursor: z.optional(Cursor),
  limit: z.optional(LimitQuery),
});
export type SearchPageQuery = z.infer<typeof SearchPageQuery>;

/** People by a search, or those of the ids, in one page. */
export const UsersQuery = z
  .strictObject({ ...SearchPageQuery.shape, ids: z.optional(IdsQuery) })
  .check(
    z.refine(
      ({ ids, q, cursor }) => ids === undefined || (q === undefined && cursor === undefined),
      'give ids or a search',
    ),
  );
export type UsersQuery = z.infer<typeof UsersQuery>;

export const CreateRoomRequest = z
  .strictObject({ name: RoomName, kind: z.enum(['public', 'private']), topic: z.optional(Topic) })
  .register(z.globalRegistry, { id: 'CreateRoomRequest' });
export type CreateRoomRequest = z.infer<typeof CreateRoomRequest>;

export const DirectRoomRequest = z.strictObject({ userId: Id }).register(z.globalRegistry, { id: 'DirectRoomRequest' });
export type DirectRoomRequest = z.infer<typeof DirectRoomRequest>;

export const AddMemberRequest = z.strictObject({ userId: Id }).register(z.globalRegistry, { id: 'AddMemberRequest' });
export type AddMemberRequest = z.infer<typeof AddMemberRequest>;

/** What is left out stays; an empty topic takes it away. */
export const UpdateRoomRequest = z
  .strictObject({ name: z.optional(RoomName), topic: z.optional(Topic) })
  .register(z.globalRegistry, { id: 'UpdateRoomRequest' });
export type UpdateRoomRequest = z.infer<typeof UpdateRoomRequest>;

/** `owner` hands the room over: the caller becomes an admin. */
export const UpdateMemberRequest = z
  .strictObject({ role: Role })
  .register(z.globalRegistry, { id: 'UpdateMemberRequest' });
export type UpdateMemberRequest = z.infer<typeof UpdateMemberRequest>;

/** What is left out stays. */
export const UpdatePreferencesRequest = z
  .strictObject({
    mutedUntil: z.optional(z.nullable(Time)),
    pinned: z.optional(z.boolean()),
    archived: z.optional(z.boolean()),
    markedUnread: z.optional(z.boolean()),
  })
  .register(z.globalRegistry, { id: 'UpdatePreferencesRequest' });
export type UpdatePreferencesRequest = z.infer<typeof UpdatePreferencesRequest>;

export const HistoryQuery = z
  .strictObject({
    before: z.optional(SeqQuery),
    after: z.optional(SeqQuery),
    around: z.optional(SeqQuery),
    /** Around the first message of that moment or later. */
    at: z.optional(Time),
    limit: z.optional(LimitQuery),
  })
  .check(
    z.refine(
      ({ before, after, around, at }) => [before, after, around, at].filter((place) => place !== undefined).length <= 1,
      'give one of before, after, around and at',
    ),
  );
export type HistoryQuery = z.infer<typeof HistoryQuery>;

export const SendMessageRequest = z
  .strictObject({ clientId: ClientId, body: Body, replyTo: z.optional(Place) })
  .register(z.globalRegistry, { id: 'SendMessageRequest' });
export type SendMessageRequest = z.infer<typeof SendMessageRequest>;

export const EditMessageRequest = z
  .strictObject({ body: Body })
  .register(z.globalRegistry, { id: 'EditMessageRequest' });
export type EditMessageRequest = z.infer<typeof EditMessageRequest>;

export const MessagesAnswer = z
  .object({ items: z.array(Message) })
  .register(z.globalRegistry, { id: 'MessagesAnswer' });
export type MessagesAnswer = z.infer<typeof MessagesAnswer>;

export const MessageAnswer = z.object({ message: Message }).register(z.globalRegistry, { id: 'MessageAnswer' });
export type MessageAnswer = z.infer<typeof MessageAnswer>;

export const ChangesQuery = z.strictObject({ since: SeqQuery });
export type ChangesQuery = z.infer<typeof ChangesQuery>;

/** All of a room that is newer than a revision; with `limited` it is too much: load the room afresh. */
export const Changes = z
  .object({ room: Room, messages: z.array(Message), members: z.array(Member), limited: z.boolean() })
  .register(z.globalRegistry, { id: 'Changes' });
export type Changes = z.infer<typeof Changes>;

export const ReadRequest = z.strictObject({ seq: Seq }).register(z.globalRegistry, { id: 'ReadRequest' });
export type ReadRequest = z.infer<typeof ReadRequest>;

export const ReadAnswer = z.object({ readSeq: Seq, unread: Seq }).register(z.globalRegistry, { id: 'ReadAnswer' });
export type ReadAnswer = z.infer<typeof ReadAnswer>;

/** `degraded` serves on without what is down; `down` cannot serve. */
export const Health = z
  .object({ status: z.enum(['ok', 'degraded', 'down']), down: z.array(z.string()) })
  .register(z.globalRegistry, { id: 'Health' });
export type Health = z.infer<typeof Health>;
