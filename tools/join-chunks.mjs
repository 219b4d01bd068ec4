// `nx build frontend`: from dist/bundle, the client as its bundler left it, makes dist/client, the same in few files.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rollup } from 'rollup';
import { filesOf } from './chunk-files.mjs';
import { giveUp, ROOT, runQuietly } from './workspace.mjs';

const BUNDLE = join(ROOT, 'dist/bundle');
const CLIENT = join(ROOT, 'dist/client');

const START = 'start';
/** What is asked for together, by the names of the files that the code imports lazily. */
const GROUPS = [
  { name: START, lazily: ['bootstrap'], stands: true },
  { name: 'door', lazily: ['sign-in-page', 'sign-up-page'] },
  { name: 'chat', lazily: ['shell', 'welcome-page', 'conversation-page', 'socket'], stands: true },
  { name: 'pages', lazily: ['directory-page', 'people-page', 'not-found-page'] },
  {
    name: 'settings',
    lazily: [
      'settings.routes',
      'settings-frame',
      'settings-start',
      'profile-page',
      'appearance-page',
      'privacy-page',
      'notifications-page',
      'shortcuts-page',
      'account-page',
    ],
  },
  { name: 'admin', lazily: ['admin-page'] },
];
/** The words of one language, of which no other reader has any use. */
const WORDS = ['en', 'de'];
/** All else: what a click brings, as menus and dialogs. */
const BY_A_CLICK = 'clicks';

const page = readFileSync(join(BUNDLE, 'index.html'), 'utf8');
const scripts = [...page.matchAll(/<script src="([^"]+)" type="module">/g)].map(([, name]) => join(BUNDLE, name));

const parts = [];
const bundle = await rollup({
  input: scripts,
  preserveEntrySignatures: false,
  onwarn: ({ message }) => giveUp(message),
  plugins: [
    {
      name: 'parts',
      buildEnd() {
        for (const id of this.getModuleIds()) parts.push(this.getModuleInfo(id));
      },
    },
  ],
});

const files = filesOf(new Map(parts.map(({ id, importedIds }) => [id, importedIds])), scripts, groups());
const { output } = await bundle.generate({
  format: 'es',
  compact: true,
  hashCharacters: 'hex',
  manualChunks: (id) => files.get(id),
  entryFileNames: named,
  chunkFileNames: named,
});

rmSync(CLIENT, { recursive: true, force: true });
cpSync(BUNDLE, CLIENT, { recursive: true });
for (const { id } of parts) rmSync(join(CLIENT, basename(id)));
for (const { fileName, code } of output) writeFileSync(join(CLIENT, fileName), code);
writeFileSync(join(CLIENT, 'index.html'), pageWith(output));
// The service worker's list names every file by what is in it.
const listed = await runQuietly('ngsw-config', ['dist/client', 'frontend/ngsw-config.json']);
if (listed.code !== 0) giveUp(listed.output);

function groups() {
  const lazy = [...new Set(parts.flatMap(({ dynamicallyImportedIds }) => dynamicallyImportedIds))];
  const known = new Set([...GROUPS.flatMap(({ lazily }) => lazily), ...WORDS]);
  const found = new Set(lazy.map(nameOf));
  const missing = [...known].filter((name) => !found.has(name));
  if (missing.length > 0)
    giveUp(`Nothing is imported lazily that is called ${missing.join(', ')}: see tools/join-chunks.mjs.`);
  const others = [...found].filter((name) => !known.has(name));
  return [...GROUPS, { name: BY_A_CLICK, lazily: others }].map((group) => ({
    ...group,
    entries: lazy.filter((id) => group.lazily.includes(nameOf(id))),
  }));
}

/** The page, with the scripts as they are called now. What starts the client is fetched while its words are. */
function pageWith(files) {
  const start = files.find(({ name }) => name === START);
  const renamed = files
    .filter(({ isEntry }) => isEntry)
    .reduce((text, { fileName, facadeModuleId }) => text.replace(basename(facadeModuleId), fileName), page);
  const preloads = [start.fileName, ...start.imports].map((name) => `<link rel="modulepreload" href="${name}">`);
  return renamed.replaceAll(/<link rel="modulepreload"[^>]*>/g, '').replace('</head>', `${preloads.join('')}</head>`);
}

/** The server keeps what is called so for ever (backend/src/app/static-client.ts). */
function named({ name }) {
  return `${plain(name)}-[hash:12].js`;
}

/** As the source is called. */
function nameOf(id) {
  return plain(basename(id, '.js'));
}

/** Without the bundler's mark of what is in a file. */
function plain(name) {
  return name.replace(/-[A-Z0-9]{8}$/, '');
}
