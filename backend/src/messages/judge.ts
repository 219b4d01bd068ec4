import type { RoomKind, Role } from '#shared';
import { DomainError, conflict } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';
import { presentMessage } from '../rooms/log/message.presenter.js';
import type { Draft, Outcome } from './draft.js';
import { isFirstBody } from './first-body.js';
import { requireSender } from './message.policy.js';

/** A room as the transaction has read it. */
export interface RoomHead {
  readonly kind: RoomKind;
  readonly lastSeq: number;
  readonly rev: number;
}

/** What a log has to read, inside the transaction, before a batch can be judged. */
export interface BatchFacts {
  /** The room, or undefined if there is none. */
  head(roomId: string): RoomHead | undefined;
  /** The present member's role, or null. */
  role(roomId: string, userId: string): Role | null;
  /** The message that this sender has already stored under this `clientId`. */
  first(draft: Draft): MessageEntity | undefined;
}

/** What a log has to write, in the same transaction. */
export interface Judgement {
  readonly outcomes: Outcome[];
  readonly rows: MessageEntity[];
  /** Where rooms stand afterwards, by id. */
  readonly heads: Map<string, RoomHead>;
  /** The senders' own cursors: they have read what they wrote. */
  readonly cursors: Map<string, { roomId: string; userId: string; seq: number }>;
}

/**
 * Judges a batch in its order: every draft gets a place in its room, is recognised as a replay, or is refused,
 * by itself. Pure but for the new ids; the same for every database. `seq` and `rev` are given here.
 */
export function judge(drafts: readonly Draft[], facts: BatchFacts, at: string): Judgement {
  const judgement: Judgement = { outcomes: [], rows: [], heads: new Map(), cursors: new Map() };
  const stored = new Map<string, MessageEntity>();
  for (const draft of drafts) judgement.outcomes.push(judgeOne(draft, facts, at, judgement, stored));
  return judgement;
}

function judgeOne(
  draft: Draft,
  facts: BatchFacts,
  at: string,
  { rows, heads, cursors }: Judgement,
  stored: Map<string, MessageEntity>,
): Outcome {
  const { roomId, senderId } = draft;
  try {
    const head = heads.get(roomId) ?? facts.head(roomId);
    const place = requireSender(head && { ...head, role: facts.role(roomId, senderId) });
    const first = stored.get(draftKey(draft)) ?? facts.first(draft);
    if (first) return replay(first, draft);
    const row = newRow(draft, place.lastSeq + 1, place.rev + 1, at);
    rows.push(row);
    stored.set(draftKey(draft), row);
    heads.set(roomId, { kind: place.kind, lastSeq: row.seq, rev: row.rev });
    cursors.set(`${roomId}:${senderId}`, { roomId, userId: senderId, seq: row.seq });
    return { message: presentMessage(row), replayed: false };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}

function replay(first: MessageEntity, { body }: Draft): Outcome {
  if (isFirstBody(first, body)) return { message: presentMessage(first), replayed: true };
  throw conflict('clientId', 'was already used for a message with another body');
}

const newRow = (draft: Draft, seq: number, rev: number, createdAt: string): MessageEntity => ({
  ...draft,
  id: newId(),
  seq,
  rev,
  kind: 'text',
  replyTo: null,
  mentions: null,
  firstBodyHash: null,
  createdAt,
  editedAt: null,
  deletedAt: null,
});

/** What a retry has in common with the first try. */
export const draftKey = ({ roomId, senderId, clientId }: Draft): string => `${roomId}:${senderId}:${clientId}`;
