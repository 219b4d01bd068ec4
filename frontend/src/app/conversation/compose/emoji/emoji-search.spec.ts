import { inTone, parseEmojis, type Emoji } from './emoji';
import { emojiNamed, searchEmojis } from './emoji-search';

const LIST = [
  '😄|grinning face with smiling eyes|smile|happy laugh|',
  '❤️|red heart|heart red_heart|love|',
  '💔|broken heart|broken_heart|sad|',
  '😍|smiling face with heart-eyes|heart_eyes|love crush|',
  '👍|thumbs up|+1 thumbsup|good yes|+',
  '🏀|basketball|basketball|hoop|',
].join('\n');
const emojis: readonly Emoji[] = parseEmojis(`${LIST}\n\n🎉|party popper|tada party|celebrate|`).flat();
const found = (query: string, recent: readonly string[] = []) =>
  searchEmojis(emojis, query, recent).map(({ glyph }) => glyph);

describe('the emojis that a query means', () => {
  it('begin with the one of exactly that short name, then those whose short name begins so', () => {
    expect(found('heart')).toEqual(['❤️', '😍', '💔']);
  });

  it('are found by any word around them', () => {
    expect(found('celeb')).toEqual(['🎉']);
    expect(found('love')).toEqual(['❤️', '😍']);
  });

  it('fit every word of the query', () => {
    expect(found('broken heart')).toEqual(['💔']);
    expect(found('thumbs party')).toEqual([]);
  });

  it('are found by signs too', () => {
    expect(found('+1')).toEqual(['👍']);
  });

  it('go by what was used lately where they fit alike', () => {
    expect(found('love', ['😍'])).toEqual(['😍', '❤️']);
  });

  it('are none for nothing', () => {
    expect(found('  ')).toEqual([]);
  });
});

describe('an emoji by its short name', () => {
  it('is the one that has it whole', () => {
    expect(emojiNamed(emojis, 'Tada')?.glyph).toBe('🎉');
    expect(emojiNamed(emojis, 'tad')).toBeNull();
  });
});

describe('a skin tone', () => {
  it('is taken by those that have tones', () => {
    expect(inTone(emojiNamed(emojis, '+1')!, '\u{1F3FE}')).toBe('👍🏾');
    expect(inTone(emojiNamed(emojis, 'tada')!, '\u{1F3FE}')).toBe('🎉');
  });

  it('takes the place of a variation selector, and is for everybody in the picture', () => {
    expect(inTone({ glyph: '✌️', hasTones: true }, '\u{1F3FB}')).toBe('✌🏻');
    expect(inTone({ glyph: '🏋️‍♀️', hasTones: true }, '\u{1F3FF}')).toBe('🏋🏿‍♀️');
  });
});
