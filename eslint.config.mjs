import angular from '@angular-eslint/eslint-plugin';
import angularTemplate from '@angular-eslint/eslint-plugin-template';
import templateParser from '@angular-eslint/template-parser';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', 'backend/test/**/*.ts', 'frontend/src/testing/**/*.ts'];

/** Which project may import which; the ladder inside a project is in `.dependency-cruiser.cjs`. */
const projectBoundaries = {
  enforceBuildableLibDependency: false,
  depConstraints: [
    { sourceTag: 'scope:backend', onlyDependOnLibsWithTags: ['scope:backend', 'scope:shared'] },
    { sourceTag: 'scope:frontend', onlyDependOnLibsWithTags: ['scope:frontend', 'scope:shared'] },
    { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:e2e', 'scope:shared'] },
    { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
    { sourceTag: 'scope:tools', onlyDependOnLibsWithTags: ['scope:tools'] },
  ],
};

const noEnvironment = 'Only backend/src/config reads the environment: inject Config.';
const noForwardRef = 'A cycle between providers: move what both need one rung down.';

const bans = {
  env: {
    'no-restricted-properties': ['error', { object: 'process', property: 'env', message: noEnvironment }],
    'no-restricted-imports': [
      'error',
      {
        paths: [
          { name: 'process', message: noEnvironment },
          { name: 'node:process', message: noEnvironment },
          { name: '@nestjs/common', importNames: ['forwardRef'], message: noForwardRef },
          { name: '@angular/core', importNames: ['forwardRef'], message: noForwardRef },
        ],
      },
    ],
  },
  syntax: [
    { selector: 'ExportAllDeclaration', message: 'No barrel files: import from the file that owns the name.' },
    {
      selector: "MemberExpression[object.property.name='process'][property.name='env']",
      message: noEnvironment,
    },
    {
      selector: "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
      message: "Write import * as z from 'zod': the client ships half as much.",
    },
    {
      selector:
        "TaggedTemplateExpression[tag.name='$localize'] TemplateElement:first-child:not([value.raw=/^:@@\\w+:/])",
      message: 'A text has an id, by which its translations are found: $localize`:@@id:text`.',
    },
  ],
  testSyntax: [
    {
      selector:
        'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|fixme|skipIf|runIf)$/]',
      message: 'Every test runs, every time.',
    },
  ],
};

/** Every text of a template is marked for translation, by an id of its own; these attributes hold none. */
const MARKED_TEXTS = {
  // One text may stand in several places: that one id has one text is seen to by `nx run frontend:i18n`.
  checkDuplicateId: false,
  ignoreAttributes: [
    ...['matButton', 'align', 'xPosition', 'yPosition', 'matTooltipPosition', 'kind', 'state', 'ink', 'scope', 'd'],
    ...['aria-haspopup', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-live', 'aria-autocomplete'],
    ...['ariaCurrentWhenActive', 'queryParamsHandling', 'autocapitalize', 'enterkeyhint', 'accept', 'decoding', 'rel'],
    ...['preserveAspectRatio', 'patternUnits', 'patternTransform', 'parley-mark[label]'],
  ],
};

export default tseslint.config(
  {
    ignores: ['dist/', '.nx/', '.angular/', 'data/', '**/node_modules/', '**/test-results/', '**/playwright-report/'],
  },
  // A rule that does not fit is changed here, for all, with a reason; never silenced in a file.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', projectBoundaries],
      ...bans.env,
      'no-restricted-syntax': ['error', ...bans.syntax],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-else-return': 'error',
      'object-shorthand': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      complexity: ['error', 12],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      // Options and rows are plain objects, also where their type is written as a class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Code points are what the contract counts, so strings are spread on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Its fix is the assertion that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  { files: ['shared/src/index.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['backend/**/*.ts'],
    rules: {
      // A decorated parameter's type is needed at run time; the fix would turn it into an import type.
      '@typescript-eslint/consistent-type-imports': 'off',
      // A row is changed by making a new one, and TypeORM's entities have nothing but their fields.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  // The one reader of the environment.
  { files: ['backend/src/config/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['e2e/playwright.config.ts', 'e2e/src/support/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },

  {
    files: ['frontend/**/*.ts'],
    plugins: { '@angular-eslint': angular, '@angular-eslint/template': angularTemplate },
    processor: '@angular-eslint/template/extract-inline-html',
    rules: {
      ...angular.configs.recommended.rules,
      '@angular-eslint/use-lifecycle-interface': 'error',
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-output-readonly': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/no-async-lifecycle-method': 'error',
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'parley', style: 'kebab-case' },
          { type: 'attribute', prefix: 'parley', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'parley', style: 'camelCase' }],
    },
  },
  {
    files: ['frontend/**/*.html'],
    plugins: { '@angular-eslint/template': angularTemplate },
    languageOptions: { parser: templateParser },
    rules: {
      ...angularTemplate.configs.recommended.rules,
      ...angularTemplate.configs.accessibility.rules,
      // A link that is a component brings its own content.
      '@angular-eslint/template/elements-content': ['error', { allowList: ['parleyRoomLine'] }],
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-any': 'error',
      '@angular-eslint/template/no-duplicate-attributes': 'error',
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/prefer-self-closing-tags': 'error',
    },
  },
  {
    files: ['frontend/src/app/**/*.html'],
    // The templates of tests are read by nobody.
    ignores: ['**/*.spec.ts/**'],
    rules: { '@angular-eslint/template/i18n': ['error', MARKED_TEXTS] },
  },

  {
    files: [...SPECS, 'e2e/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...bans.syntax, ...bans.testSyntax],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.eslintRecommended],
    rules: { eqeqeq: 'error', 'prefer-const': 'error', 'no-var': 'error', 'max-lines': ['error', { max: 250 }] },
  },
  prettier,
);
