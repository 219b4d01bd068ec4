import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error';
import { errorSentence, fieldSentences } from './error-text';

describe('errorSentence', () => {
  it("says the server's detail as a sentence", () => {
    expect(errorSentence(new ApiError('forbidden', 'only owners may do this', 403))).toBe('Only owners may do this.');
  });

  it('says in plain words what the reader can do where the detail is for programs', () => {
    expect(errorSentence(new ApiError('rate_limited', 'limit 20/60s', 429))).toMatch(/^That was a lot at once/);
  });

  it('has a sentence for what nobody foresaw', () => {
    expect(errorSentence(new TypeError('x is undefined'))).toBe(
      'Something went wrong here. Reload the page and try again.',
    );
  });
});

describe('fieldSentences', () => {
  const labels = { name: 'Name', topic: 'Topic' };

  it('begins each with the label of its field, and takes the first of several', () => {
    const error = new ApiError('validation_failed', 'invalid', 400, [
      { path: 'name', message: 'must not be empty' },
      { path: 'name', message: 'must have at most 80 characters' },
    ]);
    expect(fieldSentences(error, labels)).toEqual({ name: 'Name must not be empty.' });
  });

  it('leaves out what has no field here', () => {
    const error = new ApiError('validation_failed', 'invalid', 400, [{ path: '', message: 'unknown field "x"' }]);
    expect(fieldSentences(error, labels)).toEqual({});
  });
});
