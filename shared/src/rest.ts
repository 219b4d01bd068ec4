import * as z from 'zod';
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
} from './primitives.js';
import { Settings } from './account.js';
import { Member, Message, Role, Room } from './shapes.js';

// Requests are strict: an unknown field is refused. Answers are read leniently.

export const RegisterRequest = z
  .strictObject({ username: Username, password: NewPassword, displayName: DisplayName.optional() })
  .meta({ id: 'RegisterRequest' });
export type RegisterRequest = z.infer<typeof RegisterRequest>;

/** Lenient on purpose: a wrong password is answered as such, whatever its shape. */
export const LoginRequest = z
  .strictObject({ username: z.string().min(1).max(200), password: z.string().min(1).max(1_000) })
  .meta({ id: 'LoginRequest' });
export type LoginRequest = z.infer<typeof LoginRequest>;

/** What the caller changes of the own account; what is left out stays. An empty `about` takes it away. */
export const UpdateAccountRequest = z
  .strictObject({
    displayName: DisplayName.optional(),
    about: About.optional(),
    settings: z.strictObject(Settings.partial().shape).optional(),
  })
  .meta({ id: 'UpdateAccountRequest' });
export type UpdateAccountRequest = z.infer<typeof UpdateAccountRequest>;

export const PageQuery = z.strictObject({ cursor: Cursor.optional(), limit: LimitQuery.optional() });
export type PageQuery = z.infer<typeof PageQuery>;
export const SearchPageQuery = z.strictObject({
  q: SearchQuery.optional(),
  cursor: Cursor.optional(),
  limit: LimitQuery.optional(),
});
export type SearchPageQuery = z.infer<typeof SearchPageQuery>;

/** People by a search, or those of the ids, in one page. */
export const UsersQuery = z
  .strictObject({ ...SearchPageQuery.shape, ids: IdsQuery.optional() })
  .refine(
    ({ ids, q, cursor }) => ids === undefined || (q === undefined && cursor === undefined),
    'give ids or a search',
  );
export type UsersQuery = z.infer<typeof UsersQuery>;

export const CreateRoomRequest = z
  .strictObject({ name: RoomName, kind: z.enum(['public', 'private']), topic: Topic.optional() })
  .meta({ id: 'CreateRoomRequest' });
export type CreateRoomRequest = z.infer<typeof CreateRoomRequest>;

export const DirectRoomRequest = z.strictObject({ userId: Id }).meta({ id: 'DirectRoomRequest' });
export type DirectRoomRequest = z.infer<typeof DirectRoomRequest>;

export const AddMemberRequest = z.strictObject({ userId: Id }).meta({ id: 'AddMemberRequest' });
export type AddMemberRequest = z.infer<typeof AddMemberRequest>;

/** What is left out stays; an empty topic takes it away. */
export const UpdateRoomRequest = z
  .strictObject({ name: RoomName.optional(), topic: Topic.optional() })
  .meta({ id: 'UpdateRoomRequest' });
export type UpdateRoomRequest = z.infer<typeof UpdateRoomRequest>;

/** `owner` hands the room over: the caller becomes an admin. */
export const UpdateMemberRequest = z.strictObject({ role: Role }).meta({ id: 'UpdateMemberRequest' });
export type UpdateMemberRequest = z.infer<typeof UpdateMemberRequest>;

/** What is left out stays. */
export const UpdatePreferencesRequest = z
  .strictObject({
    mutedUntil: Time.nullable().optional(),
    pinned: z.boolean().optional(),
    archived: z.boolean().optional(),
    markedUnread: z.boolean().optional(),
  })
  .meta({ id: 'UpdatePreferencesRequest' });
export type UpdatePreferencesRequest = z.infer<typeof UpdatePreferencesRequest>;

export const HistoryQuery = z
  .strictObject({
    before: SeqQuery.optional(),
    after: SeqQuery.optional(),
    around: SeqQuery.optional(),
    /** Around the first message of that moment or later. */
    at: Time.optional(),
    limit: LimitQuery.optional(),
  })
  .refine(
    ({ before, after, around, at }) => [before, after, around, at].filter((place) => place !== undefined).length <= 1,
    'give one of before, after, around and at',
  );
export type HistoryQuery = z.infer<typeof HistoryQuery>;

export const SendMessageRequest = z
  .strictObject({ clientId: ClientId, body: Body, replyTo: Place.optional() })
  .meta({ id: 'SendMessageRequest' });
export type SendMessageRequest = z.infer<typeof SendMessageRequest>;

export const EditMessageRequest = z.strictObject({ body: Body }).meta({ id: 'EditMessageRequest' });
export type EditMessageRequest = z.infer<typeof EditMessageRequest>;

export const MessagesAnswer = z.object({ items: z.array(Message) }).meta({ id: 'MessagesAnswer' });
export type MessagesAnswer = z.infer<typeof MessagesAnswer>;

export const MessageAnswer = z.object({ message: Message }).meta({ id: 'MessageAnswer' });
export type MessageAnswer = z.infer<typeof MessageAnswer>;

export const ChangesQuery = z.strictObject({ since: SeqQuery });
export type ChangesQuery = z.infer<typeof ChangesQuery>;

/** All of a room that is newer than a revision; with `limited` it is too much: load the room afresh. */
export const Changes = z
  .object({ room: Room, messages: z.array(Message), members: z.array(Member), limited: z.boolean() })
  .meta({ id: 'Changes' });
export type Changes = z.infer<typeof Changes>;

export const ReadRequest = z.strictObject({ seq: Seq }).meta({ id: 'ReadRequest' });
export type ReadRequest = z.infer<typeof ReadRequest>;

export const ReadAnswer = z.object({ readSeq: Seq, unread: Seq }).meta({ id: 'ReadAnswer' });
export type ReadAnswer = z.infer<typeof ReadAnswer>;

/** `degraded` serves on without what is down; `down` cannot serve. */
export const Health = z
  .object({ status: z.enum(['ok', 'degraded', 'down']), down: z.array(z.string()) })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;
