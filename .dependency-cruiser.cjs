/**
 * The ladder: inside a project, folders are rungs, and a file imports its own rung and those below.
 * Between projects Nx tags say the same (eslint.config.mjs); here stand the imports that they cannot see.
 */

const BACKEND = [
  'app',
  'gateway',
  'integrations',
  'messages',
  'rooms',
  'auth',
  'events',
  'database',
  'config',
  'common',
];
const FRONTEND = ['admin', 'settings', 'notifications', 'conversation', 'rooms', 'auth', 'realtime', 'core'];
const SPEC = '\\.(spec|harness)\\.ts$|/testing\\.ts$|^[^/]+/vitest\\.config\\.ts$|^(frontend|shared)/src/testing/';
const INSTALLED = 'node_modules/';
const BUILT_IN = ['core'];

/** One rule a rung: it reaches none of those above it. `rungs` is ordered from the top. */
const ladder = (root, rungs) =>
  rungs.slice(1).map((rung, index) => ({
    name: `only-down-${root.split('/')[0]}-${rung}`,
    comment: `${root}/${rung} may not import what stands above it.`,
    severity: 'error',
    from: { path: `^${root}/${rung}/` },
    to: { path: `^${root}/(${rungs.slice(0, index + 1).join('|')})/` },
  }));

/** No rung reaches the files that stand loose at the top, which put everything together. */
const nothingImportsTheTop = (root, rungs, top) => ({
  name: `only-down-${root.split('/')[0]}-top`,
  comment: 'The entry points put the rungs together; a rung does not know them.',
  severity: 'error',
  from: { path: `^${root}/(${rungs.join('|')})/` },
  to: { path: top },
});

/** A new folder finds its place in the ladder before anybody imports from it. */
const everyFolderIsARung = (root, rungs) => ({
  name: `known-rung-${root.split('/')[0]}`,
  comment: `A folder of ${root} that is no rung of the ladder: give it a place here first.`,
  severity: 'error',
  from: {},
  to: { path: `^${root}/(?!(?:${rungs.join('|')})/)[^/]+/` },
});

/** A project imports the contract and itself, nothing else of the workspace. */
const onlyShared = (project, others) => ({
  name: `${project}-imports-shared-only`,
  comment: `${project}/ may import shared/ and itself.`,
  severity: 'error',
  from: { path: `^${project}/` },
  to: { path: `^(${others.join('|')})/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle: neither file can be understood, tested or moved without the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...ladder('backend/src', BACKEND),
    nothingImportsTheTop('backend/src', BACKEND, '^backend/src/[^/]+$'),
    everyFolderIsARung('backend/src', BACKEND),
    ...ladder('frontend/src/app', FRONTEND),
    nothingImportsTheTop(
      'frontend/src/app',
      [...FRONTEND, 'ui'],
      '^frontend/src/[^/]+$|^frontend/src/app/([^/]+$|shell/)',
    ),
    everyFolderIsARung('frontend/src/app', [...FRONTEND, 'ui', 'shell']),
    {
      name: 'ui-is-a-leaf',
      comment: 'ui/ takes inputs and gives outputs; it knows no feature and no service.',
      severity: 'error',
      from: { path: '^frontend/src/app/ui/' },
      to: { path: '^frontend/src/app/(?!ui/)' },
    },
    onlyShared('backend', ['frontend', 'e2e', 'tools']),
    onlyShared('frontend', ['backend', 'e2e', 'tools']),
    onlyShared('e2e', ['backend', 'frontend', 'tools']),
    onlyShared('shared', ['backend', 'frontend', 'e2e', 'tools']),
    {
      name: 'shared-imports-zod-only',
      comment: 'The contract runs in the browser and in the server, and in programs that are neither.',
      severity: 'error',
      from: { path: '^shared/', pathNot: SPEC },
      to: { pathNot: '^shared/src/|^node_modules/zod/' },
    },
    {
      name: 'shared-by-its-door',
      comment: "From outside, the contract is imported as '#shared'.",
      severity: 'error',
      from: { pathNot: '^shared/' },
      to: { path: '^shared/src/(?!index\\.ts$)' },
    },
    {
      name: 'shared-not-through-its-own-door',
      comment: 'Inside shared/, import from the file that owns the name.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: SPEC },
      to: { path: '^shared/src/index\\.ts$' },
    },
    {
      name: 'no-barrel',
      comment: 'Only shared/ has an index: import from the file that owns the name.',
      severity: 'error',
      from: {},
      to: { path: '^(backend|frontend|e2e)/.*/index\\.ts$' },
    },
    {
      name: 'not-to-dist',
      comment: 'What was built is no source.',
      severity: 'error',
      from: {},
      to: { path: '^dist/' },
    },
    {
      name: 'not-to-spec',
      comment: 'Product code may not need a test, or the helpers of tests.',
      severity: 'error',
      from: { pathNot: `${SPEC}|^backend/(test|bench)/|^e2e/` },
      to: { path: `${SPEC}|^backend/test/` },
    },
    {
      name: 'not-to-dev-dependency',
      comment: 'Whoever installs the product without the tools must still be able to run it.',
      severity: 'error',
      from: { path: '^(backend|frontend|shared)/src/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: `${INSTALLED}@types/` },
    },
    {
      name: 'not-to-undeclared-package',
      comment: 'A package that another one happens to install: name it in package.json.',
      severity: 'error',
      from: { path: '^(backend|frontend|shared|e2e)/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only', ...BUILT_IN],
      },
    },
  ],
  options: {
    doNotFollow: { path: `${INSTALLED}|^dist/` },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'module', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.mts', '.d.ts', '.js', '.mjs', '.json'],
    },
    cache: false,
  },
};
