import type { Message } from '#shared';
import { plainLine } from '../core/text/plain-line';
import type { RoomFace } from '../rooms/room-names';
import type { Facts } from './facts';

const LONGEST_BODY = 280;

/** What a notification is worded from. */
export interface NoticeText {
  /** How many messages there are, with those of which nothing else is known. */
  readonly count: number;
  /** Those that are known, ascending; at least one. */
  readonly messages: readonly Message[];
  readonly face: RoomFace;
  readonly isDirect: boolean;
}

/** "Grace" in a direct conversation, "Grace · Release 2.8" in a room, the room alone where several have written. */
export function titleOf(text: NoticeText, facts: Facts): string {
  const name = text.isDirect || hasSeveralAuthors(text) ? null : nameOfLast(text, facts);
  return name ? `${name} \u00b7 ${text.face.title}` : text.face.title;
}

/** What was written, or how much; the last of several below their number. Words are left out where they are not shown. */
export function bodyOf(text: NoticeText, facts: Facts): string {
  const words = facts.settings.showsText ? lastWords(text, facts) : null;
  if (text.count === 1) return words ?? $localize`:@@noticeHidden:New message`;
  const number = $localize`:@@noticeCount:${text.count}:count: new messages`;
  return words ? `${number}\n${words}` : number;
}

function lastWords(text: NoticeText, facts: Facts): string {
  const words = short(plainLine(text.messages.at(-1)?.body ?? ''));
  const name = hasSeveralAuthors(text) ? nameOfLast(text, facts) : null;
  return name ? `${name}: ${words}` : words;
}

const hasSeveralAuthors = ({ messages }: NoticeText): boolean =>
  messages.some(({ senderId }) => senderId !== messages[0]?.senderId);

const nameOfLast = ({ messages }: NoticeText, { authorOf }: Facts): string | null =>
  authorOf(messages.at(-1)?.senderId ?? '')?.displayName ?? null;

function short(line: string): string {
  const letters = [...line];
  return letters.length > LONGEST_BODY ? `${letters.slice(0, LONGEST_BODY - 1).join('')}…` : line;
}
