import { describe, expect, it } from 'vitest';
import { faultsOfTexts, faultsOfTranslations } from './translations.mjs';

const MEMBERS = '{VAR_PLURAL, plural, =1 {1 member} other {{INTERPOLATION} members}}';

describe('the texts of the client', () => {
  it('may stand in several places under one id', () => {
    expect(faultsOfTexts([message('save', 'Save'), message('save', 'Save')])).toEqual([]);
  });

  it('are at fault where one id stands for two of them', () => {
    expect(faultsOfTexts([message('dark', 'Dark'), message('dark', 'Dark appearance')])).toEqual([
      'dark: two texts have this id, "Dark" and "Dark appearance"',
    ]);
  });
});

describe('a translation', () => {
  it('is complete where every text has one with the same parts', () => {
    const texts = { hello: 'Hello {$name}', members: MEMBERS };
    const german = {
      hello: 'Hallo {$name}',
      members: '{VAR_PLURAL, plural, =1 {1 Mitglied} other {{INTERPOLATION} Mitglieder}}',
    };
    expect(faultsOfTranslations(texts, german)).toEqual([]);
  });

  it('is at fault where a text has none, or only space', () => {
    expect(faultsOfTranslations({ save: 'Save', send: 'Send' }, { send: ' ' })).toEqual([
      'save: not translated, "Save"',
      'send: not translated, "Send"',
    ]);
  });

  it('is at fault where its text is no more', () => {
    expect(faultsOfTranslations({}, { save: 'Speichern' })).toEqual(['save: translates a text that is no more']);
  });

  it('is at fault where a placeholder is lost, or written otherwise', () => {
    expect(faultsOfTranslations({ hello: 'Hello {$name}' }, { hello: 'Hallo {$Name}' })).toEqual([
      'hello: lacks {$name}',
      'hello: has {$Name}, which the text does not',
    ]);
  });

  it('is at fault where a case of a plural is missing', () => {
    expect(
      faultsOfTranslations(
        { members: MEMBERS },
        { members: '{VAR_PLURAL, plural, other {{INTERPOLATION} Mitglieder}}' },
      ),
    ).toEqual(['members: lacks case =1']);
  });
});

function message(id, text) {
  return { id, text };
}
