import { registerLocaleData } from '@angular/common';
import { loadTranslations } from '@angular/localize';
import * as z from 'zod/mini';
import { type DevicePreferences, readPreferences } from './device-preferences';

/** The languages that Parley speaks; the texts of the code are English. */
export type Language = Exclude<DevicePreferences['language'], 'system'>;

/** What Angular needs to write numbers and to choose plurals, for each language but English, which it brings. */
const LOCALE_DATA: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: unknown }>>> = {
  de: () => import('@angular/common/locales/de'),
};
const LANGUAGES: readonly Language[] = ['en', 'de'];

/** A file of translations, as Angular's extraction writes it: texts by their ids. */
const Translations = z.object({ translations: z.record(z.string(), z.string()) });

/** The language that was chosen, else the first of the reader's own that Parley speaks. */
export function languageOf(chosen: DevicePreferences['language'], preferred: readonly string[]): Language {
  if (chosen !== 'system') return chosen;
  return preferred.map(languageIn).find((language) => language !== undefined) ?? 'en';
}

/** How dates and numbers are written: as the reader's own kind of the language has it, such as `en-GB`. */
export function localeOf(language: Language, preferred: readonly string[]): string {
  return preferred.find((locale) => languageIn(locale) === language) ?? language;
}

/**
 * Brings Parley into the reader's language. Texts of modules are made when a module is first read: this must have ended
 * before anything of the app is imported. Where the translations cannot be had, the texts stay English.
 */
export async function useLanguage(): Promise<void> {
  const preferred = navigator.languages;
  const language = languageOf(readPreferences().language, preferred);
  if (language !== 'en') await translateTo(language);
  document.documentElement.lang = localeOf(language, preferred);
}

async function translateTo(language: keyof typeof LOCALE_DATA): Promise<void> {
  const [{ translations }, data] = await Promise.all([load(language), LOCALE_DATA[language]()]);
  loadTranslations(translations);
  registerLocaleData(data.default);
  $localize.locale = language;
  nameTo(language);
}

/** What the browser shows of Parley by itself, once it is installed or kept as a bookmark. */
function nameTo(language: Language): void {
  document.querySelector('link[rel="manifest"]')?.setAttribute('href', `manifest.${language}.webmanifest`);
  const description = $localize`:@@description:Your team's conversations, on your own server.`;
  document.querySelector('meta[name="description"]')?.setAttribute('content', description);
}

async function load(language: Language): Promise<z.infer<typeof Translations>> {
  const answer = await fetch(`i18n/${language}.json`);
  return Translations.parse(await answer.json());
}

const languageIn = (locale: string): Language | undefined =>
  LANGUAGES.find((language) => locale.toLowerCase().split('-')[0] === language);
