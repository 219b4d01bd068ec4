import { isEmojiOnly } from './emoji-only';

describe('isEmojiOnly', () => {
  it.each(['🎉', '🎉🚀', ' 👍🏽 ', '👩‍👩‍👧‍👦 🇩🇪 ❤️', '1️⃣2️⃣3️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])('is true of %s', (body) => {
    expect(isEmojiOnly(body)).toBe(true);
  });

  it.each(['', '1', '123', '#', '©', '🎉🎉🎉🎉', 'ok 👍', '👍.', ':)', '🎉'.repeat(2_000)])(
    'is false of %s',
    (body) => {
      expect(isEmojiOnly(body)).toBe(false);
    },
  );
});
