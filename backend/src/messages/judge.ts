import type { RoomKind, Role } from '#shared';
import { conflict, invalid } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';
import { presentMessage } from '../rooms/log/message.presenter.js';
import { requireInside } from '../rooms/room.policy.js';
import type { Appended, Draft, Outcome } from './draft.js';
import { isFirstBody } from './first-body.js';
import { mentionsColumn, usernamesIn } from './mentions.js';
import { orRefusal } from './refusal.js';

/** A room as the transaction has read it. */
export interface RoomHead {
  readonly kind: RoomKind;
  readonly memberCount: number;
  readonly lastSeq: number;
  readonly rev: number;
}

/** A present member as the transaction has read it. */
export interface SenderFacts {
  readonly role: Role;
  /** How far others may know that the member has read; the member has received at least as much. */
  readonly shownReadSeq: number;
}

/** What a log has to read, inside the transaction, before a batch can be judged. */
export interface BatchFacts {
  /** The room, or undefined if there is none. */
  head(roomId: string): RoomHead | undefined;
  /** The sender as a present member, or undefined. */
  sender(roomId: string, userId: string): SenderFacts | undefined;
  /** The message that this sender has already stored under this `clientId`. */
  first(draft: Draft): MessageEntity | undefined;
  /** The present member of that username, by id. Asked for bodies that mention somebody only. */
  mentioned(roomId: string, username: string): string | undefined;
}

/** How far a sender has come by what they wrote. */
export interface SenderCursor {
  readonly roomId: string;
  readonly userId: string;
  readonly seq: number;
  /** The sender had not read all that stood before, or is alone: what all have read may have moved. */
  readonly readsOn: boolean;
}

/** What a log has to write, in the same transaction. */
export interface Judgement {
  readonly outcomes: Outcome[];
  readonly rows: MessageEntity[];
  readonly mentions: { readonly userId: string; readonly roomId: string; readonly seq: number }[];
  /** Where rooms stand afterwards, by id. */
  readonly heads: Map<string, RoomHead>;
  /** The senders' own cursors: they have read what they wrote. */
  readonly cursors: Map<string, SenderCursor>;
}

/**
 * Judges a batch in its order: every draft gets a place in its room, is recognised as a replay, or is refused,
 * by itself. Pure but for the new ids; the same for every database. `seq` and `rev` are given here.
 */
export function judge(drafts: readonly Draft[], facts: BatchFacts, at: string): Judgement {
  const judgement: Judgement = { outcomes: [], rows: [], mentions: [], heads: new Map(), cursors: new Map() };
  const stored = new Map<string, MessageEntity>();
  for (const draft of drafts) {
    judgement.outcomes.push(orRefusal(() => judgeOne(draft, facts, at, judgement, stored)));
  }
  return judgement;
}

function judgeOne(
  draft: Draft,
  facts: BatchFacts,
  at: string,
  judgement: Judgement,
  stored: Map<string, MessageEntity>,
): Appended {
  const { roomId, senderId, replyTo } = draft;
  const head = judgement.heads.get(roomId) ?? facts.head(roomId);
  const { room: place, member } = requireInside(head, facts.sender(roomId, senderId));
  const first = stored.get(draftKey(draft)) ?? facts.first(draft);
  if (first) return replay(first, draft);
  if (replyTo !== null && replyTo > place.lastSeq) throw invalid('replyTo', 'is beyond the last message of the room');
  const userIds = mentionedBy(draft, facts);
  const row = newRow(draft, userIds, place.lastSeq + 1, place.rev + 1, at);
  stored.set(draftKey(draft), row);
  note(judgement, row, userIds, place, member);
  return { message: presentMessage(row), replayed: false };
}

/** Notes all that there is to write for a new row. Its sender has read it, so is mentioned to nobody. */
function note(
  { rows, mentions, heads, cursors }: Judgement,
  row: MessageEntity,
  userIds: readonly string[],
  place: RoomHead,
  sender: SenderFacts,
): void {
  const { roomId, senderId, seq, rev } = row;
  rows.push(row);
  for (const userId of userIds) if (userId !== senderId) mentions.push({ userId, roomId, seq });
  heads.set(roomId, { ...place, lastSeq: seq, rev });
  const own = `${roomId}:${senderId}`;
  const known = cursors.get(own);
  const isBehind = (known?.seq ?? sender.shownReadSeq) < place.lastSeq;
  const readsOn = isBehind || known?.readsOn === true || place.memberCount === 1;
  cursors.set(own, { roomId, userId: senderId, seq, readsOn });
}

const mentionedBy = ({ roomId, body }: Draft, facts: BatchFacts): string[] =>
  usernamesIn(body).flatMap((username) => facts.mentioned(roomId, username) ?? []);

/** A retry repeats the body and what it answers; the mentions are those of the first try. */
function replay(first: MessageEntity, { body, replyTo }: Draft): Appended {
  if (first.replyTo !== replyTo) throw conflict('clientId', 'was already used for an answer to another message');
  if (isFirstBody(first, body)) return { message: presentMessage(first), replayed: true };
  throw conflict('clientId', 'was already used for a message with another body');
}

/** Every field by its name: a spread with as many fields after it takes as long as the row's statement. */
const newRow = (
  { roomId, senderId, clientId, body, replyTo }: Draft,
  mentions: readonly string[],
  seq: number,
  rev: number,
  createdAt: string,
): MessageEntity => ({
  id: newId(),
  roomId,
  seq,
  rev,
  senderId,
  clientId,
  kind: 'text',
  body,
  replyTo,
  mentions: mentionsColumn(mentions),
  firstBodyHash: null,
  createdAt,
  editedAt: null,
  deletedAt: null,
});

/** What a retry has in common with the first try. */
export const draftKey = ({ roomId, senderId, clientId }: Pick<Draft, 'roomId' | 'senderId' | 'clientId'>): string =>
  `${roomId}:${senderId}:${clientId}`;
