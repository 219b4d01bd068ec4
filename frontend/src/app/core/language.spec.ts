import { clearTranslations } from '@angular/localize';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PREFERENCES_KEY } from './device-preferences';
import { languageOf, localeOf, useLanguage } from './language';

describe('the language', () => {
  it.each([
    ['system', ['de-AT', 'en'], 'de'],
    ['system', ['fr', 'de', 'en'], 'de'],
    ['system', ['fr-FR'], 'en'],
    ['system', [], 'en'],
    ['en', ['de'], 'en'],
    ['de', ['en-GB'], 'de'],
  ] as const)('%s for a reader of %j is %s', (chosen, preferred, language) => {
    expect(languageOf(chosen, preferred)).toBe(language);
  });

  it("writes dates as the reader's own kind of the language has it", () => {
    expect(localeOf('en', ['de', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(localeOf('de', ['en-GB'])).toBe('de');
  });

  describe('as it is loaded', () => {
    afterEach(() => {
      vi.restoreAllMocks();
      localStorage.clear();
      clearTranslations();
      $localize.locale = 'en-US';
      document.documentElement.lang = '';
    });

    it('brings texts and plurals of the language that is chosen, and names it', async () => {
      choose('de');
      const fetched = answer({ locale: 'de', translations: { greetingOf: 'Hallo {$name}' } });
      await useLanguage();
      expect(fetched).toHaveBeenCalledWith('i18n/de.json');
      expect($localize`:@@greetingOf:Hello ${'Nora'}:name:`).toBe('Hallo Nora');
      expect($localize.locale).toBe('de');
      expect(document.documentElement.lang).toBe('de');
    });

    it('is also that of the manifest and of the description', async () => {
      document.head.insertAdjacentHTML(
        'beforeend',
        '<link rel="manifest" href="manifest.webmanifest" /><meta name="description" content="In English" />',
      );
      choose('de');
      answer({ locale: 'de', translations: { description: 'Auf Deutsch' } });
      await useLanguage();
      const [manifest, description] = ['link[rel="manifest"]', 'meta[name="description"]'].map((part) =>
        document.head.querySelector(part),
      );
      expect(manifest?.getAttribute('href')).toBe('manifest.de.webmanifest');
      expect(description?.getAttribute('content')).toBe('Auf Deutsch');
      manifest?.remove();
      description?.remove();
    });

    it('loads nothing for English', async () => {
      choose('en');
      const fetched = answer({});
      await useLanguage();
      expect(fetched).not.toHaveBeenCalled();
      expect(document.documentElement.lang).toMatch(/^en/);
    });

    it('stays English and says so where the translations cannot be read', async () => {
      choose('de');
      answer({ error: 'gone' });
      await expect(useLanguage()).rejects.toThrow();
      expect($localize`:@@greetingOf:Hello ${'Nora'}:name:`).toBe('Hello Nora');
      expect(document.documentElement.lang).toBe('');
    });
  });

  const choose = (language: string) => localStorage.setItem(PREFERENCES_KEY, JSON.stringify({ language }));
  const answer = (body: object) => vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(body));
});
