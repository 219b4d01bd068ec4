/** A group of the list, with the emoji that stands for it. */
export interface EmojiGroup {
  readonly name: string;
  readonly glyph: string;
}

/** In the order of the generated lists. */
export const EMOJI_GROUPS: readonly EmojiGroup[] = [
  { glyph: '😀', name: $localize`:@@emojiSmileys:Smileys` },
  { glyph: '👋', name: $localize`:@@emojiPeople:People` },
  { glyph: '🐻', name: $localize`:@@emojiAnimals:Animals and nature` },
  { glyph: '🍎', name: $localize`:@@emojiFood:Food and drink` },
  { glyph: '🚆', name: $localize`:@@emojiTravel:Travel and places` },
  { glyph: '⚽', name: $localize`:@@emojiActivities:Activities` },
  { glyph: '💡', name: $localize`:@@emojiObjects:Objects` },
  { glyph: '✅', name: $localize`:@@emojiSymbols:Symbols` },
  { glyph: '🏁', name: $localize`:@@emojiFlags:Flags` },
];
