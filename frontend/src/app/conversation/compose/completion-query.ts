/** The beginning of a name that stands before the caret: of a person after `@`, of an emoji after `:`. */
export interface CompletionQuery {
  readonly kind: 'person' | 'emoji';
  readonly query: string;
  /** Where its sign stands, and where it ends. */
  readonly from: number;
  readonly to: number;
}

/** What stands before `@` must not make it an address or a path; the server reads mentions by the same rule. */
const PERSON = /(?<![\p{L}\p{N}@.+%/-]_*)@([\p{L}\p{N}._-]{0,32})$/u;
/** Two signs at least: a colon by itself, or a face like `:D`, is none. */
const EMOJI = /(?<![\p{L}\p{N}:])[:]([\p{L}\p{N}+][\p{L}\p{N}_+-]{1,40})$/u;
const NAMED_EMOJI = /(?<![\p{L}\p{N}:])[:]([\p{L}\p{N}+][\p{L}\p{N}_+-]{1,40}):$/u;
/** So far back a name can begin. */
const REACH = 64;

/** What is being named where the caret stands; null for nothing. */
export function completionQuery(text: string, caret: number): CompletionQuery | null {
  const before = text.slice(Math.max(0, caret - REACH), caret);
  if (continuesWord(text, caret)) return null;
  const person = PERSON.exec(before)?.[1];
  if (person !== undefined) return { kind: 'person', query: person, from: caret - person.length - 1, to: caret };
  const emoji = EMOJI.exec(before)?.[1];
  return emoji === undefined ? null : { kind: 'emoji', query: emoji, from: caret - emoji.length - 1, to: caret };
}

/** The emoji whose name has just been closed by a second colon; null for none. */
export function closedEmoji(text: string, caret: number): CompletionQuery | null {
  const name = NAMED_EMOJI.exec(text.slice(Math.max(0, caret - REACH), caret))?.[1];
  return name === undefined ? null : { kind: 'emoji', query: name, from: caret - name.length - 2, to: caret };
}

const continuesWord = (text: string, caret: number): boolean => /^[\p{L}\p{N}]/u.test(text.slice(caret, caret + 2));
