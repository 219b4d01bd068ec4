// `nx run frontend:i18n`: the texts of the built client, written out for who translates them, and whether each language
// has them all.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NodeJSFileSystem } from '@angular/compiler-cli';
import { MessageExtractor } from '@angular/localize/tools';
import { faultsOfTexts, faultsOfTranslations } from './translations.mjs';
import { ROOT } from './workspace.mjs';

const CLIENT = join(ROOT, 'dist/client');
const LANGUAGES = join(ROOT, 'frontend/src/i18n');
const TEXTS = join(ROOT, 'dist/i18n');

const say = (text) => process.stdout.write(`${text}\n`);
const quiet = { level: 3, debug() {}, info() {}, warn: say, error: say };

/** Every text that the built client can show. */
function extracted() {
  const extractor = new MessageExtractor(new NodeJSFileSystem(), quiet, { basePath: CLIENT, useSourceMaps: false });
  const scripts = readdirSync(CLIENT).filter((name) => name.endsWith('.js'));
  const messages = scripts.flatMap((name) => extractor.extractMessages(name));
  // The space around a text is the template's, not the text's.
  return messages.map(({ id, text }) => ({ id, text: text.trim() }));
}

/** What is wrong with the file of a language, each fault with the language before it. */
function faultsOf(file, texts) {
  const { translations } = JSON.parse(readFileSync(join(LANGUAGES, file), 'utf8'));
  return faultsOfTranslations(texts, translations).map((fault) => `${basename(file, '.json')}: ${fault}`);
}

const messages = extracted();
const texts = Object.fromEntries(messages.map(({ id, text }) => [id, text]));
mkdirSync(TEXTS, { recursive: true });
writeFileSync(join(TEXTS, 'texts.json'), `${JSON.stringify(texts, null, 2)}\n`);

const languages = readdirSync(LANGUAGES).filter((name) => name.endsWith('.json'));
const faults = [...faultsOfTexts(messages), ...languages.flatMap((file) => faultsOf(file, texts))];
faults.forEach((fault) => say(fault));
say(`${Object.keys(texts).length} texts, ${languages.length} other language, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
