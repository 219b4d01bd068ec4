import { typingLabel } from './typing-label';

describe('typingLabel', () => {
  it.each([
    [[], ''],
    [['Ada Lovelace'], 'Ada is typing…'],
    [['Ada Lovelace', 'Grace'], 'Ada and Grace are typing…'],
    [['Ada', 'Grace', 'Nora'], '3 people are typing…'],
  ])('of %j is "%s"', (names, label) => {
    expect(typingLabel(names)).toBe(label);
  });
});
