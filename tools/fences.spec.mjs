import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MARK, plantingBed } from './planted.mjs';
import { brokenRules, refusedImports, run } from './refusals.mjs';

const ROOT = join(import.meta.dirname, '..');
const BACKEND = 'app gateway integrations messages rooms auth events database config common'.split(' ');
const FRONTEND = 'admin settings notifications conversation rooms auth realtime core'.split(' ');

const bed = plantingBed(ROOT);
afterEach(() => bed.clear());

const probe = (root, rung) => `${root}/${rung}/${MARK}-${rung}.ts`;
const importing = (...paths) =>
  `${paths.map((path, n) => `import { value as value${n} } from '${path}';`).join('\n')}\nexport const value = [${paths.map((_, n) => `value${n}`).join(', ')}];\n`;

/** Plants a file in every rung, each importing those of the rungs that `reached` gives for it. */
const plantLadder = (root, rungs, ending, reached) =>
  rungs.map((rung, place) => {
    const paths = reached(place).map((other) => `../${other}/${MARK}-${other}${ending}`);
    return bed.plant(probe(root, rung), importing(...paths));
  });

/** Gives what a case plants a name of its own, so that all cases can stand side by side and be looked at together. */
const sideBySide = (cases) =>
  cases.map((each, number) => each.map((text) => text?.replaceAll(MARK, `${MARK}-${number}`)));

beforeAll(async () => {
  // The rule between projects reads Nx's graph of them, which has to be there.
  const { code, output } = await run('nx', 'show', 'projects');
  expect(code, output).toBe(0);
});

describe.each([
  { project: 'backend', root: 'backend/src', rungs: BACKEND, ending: '.js' },
  { project: 'frontend', root: 'frontend/src/app', rungs: FRONTEND, ending: '' },
])('the ladder of $project', ({ project, root, rungs, ending }) => {
  it('refuses every import that climbs', async () => {
    const ladder = plantLadder(root, rungs, ending, (place) => rungs.slice(0, place));
    const climbs = rungs.flatMap((rung, place) =>
      rungs
        .slice(0, place)
        .map((above) => `only-down-${project}-${rung}: ${probe(root, rung)} -> ${probe(root, above)}`),
    );
    expect((await refusedImports(ladder)).sort()).toEqual(climbs.sort());
  });

  it('lets every import pass that goes down', async () => {
    const ladder = plantLadder(root, rungs, ending, (place) => rungs.slice(place + 1));
    expect(await refusedImports(ladder)).toEqual([]);
  });

  it('refuses a folder that has no place in it', async () => {
    bed.plant(`${root}/${MARK}-attic/${MARK}.ts`, 'export const value = 1;\n');
    const door = bed.plant(`${root}/${MARK}-door.ts`, importing(`./${MARK}-attic/${MARK}${ending}`));
    expect(await refusedImports([door])).toEqual([
      `known-rung-${project}: ${root}/${MARK}-door.ts -> ${root}/${MARK}-attic/${MARK}.ts`,
    ]);
  });
});

describe('the imports of a project', () => {
  const cases = sideBySide([
    ['a cycle', 'no-circular', `backend/src/common/${MARK}-a.ts`, `./${MARK}-b.js`, `backend/src/common/${MARK}-b.ts`],
    [
      'a feature in ui',
      'ui-is-a-leaf',
      `frontend/src/app/ui/${MARK}.ts`,
      `../core/${MARK}`,
      `frontend/src/app/core/${MARK}.ts`,
    ],
    [
      'the client in the server',
      'backend-imports-shared-only',
      `backend/src/app/${MARK}.ts`,
      `../../../frontend/src/${MARK}.js`,
      `frontend/src/${MARK}.ts`,
    ],
    [
      'the server in the client',
      'frontend-imports-shared-only',
      `frontend/src/${MARK}.ts`,
      `../../backend/src/app/${MARK}`,
      `backend/src/app/${MARK}.ts`,
    ],
    [
      'the server in the contract',
      'shared-imports-zod-only',
      `shared/src/${MARK}.ts`,
      `../../backend/src/app/${MARK}.js`,
      `backend/src/app/${MARK}.ts`,
    ],
    [
      'the server in a journey',
      'e2e-imports-shared-only',
      `e2e/src/${MARK}.ts`,
      `../../backend/src/app/${MARK}.js`,
      `backend/src/app/${MARK}.ts`,
    ],
    ['the inside of the contract', 'shared-by-its-door', `backend/src/app/${MARK}.ts`, '../../../shared/src/limits.js'],
    ['a package in the contract', 'shared-imports-zod-only', `shared/src/${MARK}.ts`, 'rxjs'],
    ['a barrel', 'no-barrel', `backend/src/app/${MARK}.ts`, `./${MARK}/index.js`, `backend/src/app/${MARK}/index.ts`],
    ['a tool in the product', 'not-to-dev-dependency', `backend/src/app/${MARK}.ts`, 'fast-check'],
    [
      'a test in the product',
      'not-to-spec',
      `backend/src/app/${MARK}.ts`,
      `./${MARK}.spec.js`,
      `backend/src/app/${MARK}.spec.ts`,
    ],
    ['what was built', 'not-to-dist', `backend/src/app/${MARK}.ts`, `../../../dist/${MARK}.js`, `dist/${MARK}.js`],
    ['a package that nobody declared', 'not-to-undeclared-package', `backend/src/app/${MARK}.ts`, 'engine.io'],
    ['a file that is not there', 'not-to-unresolvable', `backend/src/app/${MARK}.ts`, `./${MARK}-nowhere.js`],
  ]);
  let refused;
  beforeAll(async () => {
    for (const [, rule, from, imported, target] of cases) {
      bed.plant(from, importing(imported));
      const leadsBack = rule === 'no-circular' && importing(imported.replace('-b.js', '-a.js'));
      if (target) bed.plant(target, leadsBack || 'export const value = 1;\n');
    }
    refused = await refusedImports(cases.map(([, , from]) => from));
    bed.clear();
  });

  it.each(cases)('may not hold %s', (_, rule, from) => {
    expect(refused.filter((line) => line.startsWith(`${rule}: ${from} `))).not.toEqual([]);
  });
});

describe('the rules of the code', () => {
  const server = `backend/src/rooms/${MARK}.ts`;
  const client = `frontend/src/app/core/${MARK}.ts`;
  const template = (html) =>
    `import { ChangeDetectionStrategy, Component } from '@angular/core';\n@Component({ selector: 'parley-planted', changeDetection: ChangeDetectionStrategy.OnPush, template: '${html}' })\nexport class Planted {}\n`;
  const cases = sideBySide([
    ['the environment outside config', 'no-restricted-properties', server, 'export const port = process.env.PORT;'],
    ['the environment by destructuring', 'no-restricted-properties', server, 'export const { env } = process;'],
    [
      'the environment by import',
      'no-restricted-imports',
      server,
      "import { env } from 'node:process';\nexport const port = env['PORT'];",
    ],
    [
      'another project by path',
      '@nx/enforce-module-boundaries',
      server,
      "import { App } from '../../../frontend/src/app/app.js';\nexport const value = App;",
    ],
    [
      'an import of a type as a value',
      '@typescript-eslint/consistent-type-imports',
      client,
      "import { Room } from '#shared';\nexport const name = (room: Room): string | null => room.name;",
    ],
    [
      'forwardRef',
      'no-restricted-imports',
      server,
      "import { forwardRef } from '@nestjs/common';\nexport const value = forwardRef;",
    ],
    ['any', '@typescript-eslint/no-explicit-any', server, 'export const value = (given: any): void => void given;'],
    ['a promise that nobody awaits', '@typescript-eslint/no-floating-promises', server, 'Promise.resolve(1);'],
    ['a line for the console', 'no-console', server, "console.log('here');"],
    [
      'a rule switched off in a file',
      'no-console',
      server,
      "// eslint-disable-next-line no-console\nconsole.log('here');",
    ],
    ['a barrel', 'no-restricted-syntax', server, "export * from './rooms.service.js';"],
    [
      'a test left out',
      'no-restricted-syntax',
      `shared/src/${MARK}.spec.ts`,
      "import { it } from 'vitest';\nit.skip('works', () => undefined);",
    ],
    [
      'a component without OnPush',
      '@angular-eslint/prefer-on-push-component-change-detection',
      client,
      "import { Component } from '@angular/core';\n@Component({ selector: 'parley-planted', template: '' })\nexport class Planted {}",
    ],
    ['a picture without words', '@angular-eslint/template/alt-text', client, template('<img src="/x.png">')],
    [
      'a click that the keyboard cannot do',
      '@angular-eslint/template/click-events-have-key-events',
      client,
      template('<div (click)="0">x</div>'),
    ],
  ]);
  const allowed = `backend/src/config/${MARK}.ts`;
  let broken;
  beforeAll(async () => {
    bed.plant(allowed, "export const port = process.env['PORT'];\n");
    for (const [, , path, text] of cases) bed.plant(path, `${text}\n`);
    broken = await brokenRules([allowed, ...cases.map(([, , path]) => path)]);
    bed.clear();
  });

  it.each(cases)('refuse %s', (_, rule, path) => {
    const rules = broken.get(path);
    expect(
      rules.some((each) => each.startsWith(rule)),
      rules.join('\n'),
    ).toBe(true);
  });

  it('let config read the environment', () => {
    expect(broken.get(allowed)).toEqual([]);
  });
});

describe('the lint target', () => {
  it('fails on an import that climbs, and names the rule', async () => {
    bed.plant(probe('backend/src', 'rooms'), importing(`../gateway/${MARK}-gateway.js`));
    bed.plant(probe('backend/src', 'gateway'), 'export const value = 1;\n');
    const { code, output } = await run('nx', 'run', 'backend:lint');
    expect(code).not.toBe(0);
    expect(output).toContain('only-down-backend-rooms');
  });

  it('fails on a template that names what its component does not have', async () => {
    bed.plant(
      `frontend/src/app/ui/${MARK}.ts`,
      `import { ChangeDetectionStrategy, Component } from '@angular/core';\n\n@Component({\n  selector: 'parley-planted',\n  changeDetection: ChangeDetectionStrategy.OnPush,\n  template: '{{ nowhere }}',\n})\nexport class Planted {}\n`,
    );
    const { code, output } = await run('nx', 'run', 'frontend:lint');
    expect(code).not.toBe(0);
    expect(output).toContain("Property 'nowhere' does not exist on type 'Planted'");
  });
});
