import type { CompletionQuery } from './completion-query';
import { inTone, type Emoji, type Tone } from './emoji/emoji';
import { searchEmojis } from './emoji/emoji-search';
import type { Mentionable, Suggestion } from './suggestion';

const EMOJIS_SHOWN = 8;

/** Where suggestions come from. */
export interface Sources {
  people(query: string): readonly Mentionable[];
  readonly emojis: readonly Emoji[];
  readonly recent: readonly string[];
  readonly tone: Tone;
}

/** What a name that is being typed may mean, the likeliest first. */
export function suggestionsFor({ kind, query }: CompletionQuery, sources: Sources): readonly Suggestion[] {
  return kind === 'person'
    ? sources.people(query).map(personSuggestion)
    : searchEmojis(sources.emojis, query, sources.recent)
        .slice(0, EMOJIS_SHOWN)
        .map((emoji) => emojiSuggestion(emoji, query, sources.tone));
}

const personSuggestion = (person: Mentionable): Suggestion => ({
  id: person.id,
  title: person.displayName,
  detail: `@${person.username}`,
  insert: `@${person.username} `,
  person,
  glyph: '',
});

function emojiSuggestion(emoji: Emoji, query: string, tone: Tone): Suggestion {
  const code = emoji.codes.find((each) => each.startsWith(query.toLowerCase())) ?? emoji.codes[0] ?? '';
  const glyph = inTone(emoji, tone);
  return { id: emoji.glyph, title: `:${code}:`, detail: emoji.name, insert: glyph, person: null, glyph };
}
