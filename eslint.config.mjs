import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import simpleImportSort from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';
import { importRules } from './lint/import-rules.mjs';

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'cdk.out', 'out', 'coverage', '**/*.js', '**/*.mjs'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    plugins: { 'simple-import-sort': simpleImportSort },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Node, packages, then files from far to near; without blank lines between them.
      'simple-import-sort/imports': ['error', { groups: [['^node:', '^@?\\w', '^\\.\\.', '^\\.']] }],
      // A construct is declared for its effect on the tree; a variable for it would be noise.
      'no-new': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      // One casing: constants are camelCase as every other value, types are PascalCase. Property names are the provider's.
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'variable', format: ['camelCase'] },
        { selector: 'variable', modifiers: ['destructured'], format: null },
        { selector: 'function', format: ['camelCase'] },
        { selector: 'typeLike', format: ['PascalCase'] },
      ],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-console': 'error',
    },
  },
  // Parsers turn unknown text into types and are the one place where an assertion is honest.
  {
    files: ['lib/**', 'constructs/**', 'stacks/**'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
    },
  },
  // What a room offers to others is documented.
  {
    files: ['lib/**/*.ts', 'constructs/**/*.ts', 'stacks/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { FunctionDeclaration: true, ClassDeclaration: true },
          contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration'],
          checkConstructors: false,
        },
      ],
      // A slice of the plan is passed whole or picked from by name: a list of what is left out leaks every new field.
      'no-restricted-syntax': [
        'error',
        {
          selector: "TSTypeReference[typeName.name='Omit'] TSTypeReference[typeName.name='Settled']",
          message: 'Name the fields that are needed (Pick, or the slice itself) instead of those that are not.',
        },
      ],
    },
  },
  {
    // Configs, and what jest calls or maps a package name to.
    files: [
      '*.config.ts',
      'test/fixtures/**/*.config.ts',
      'examples/**/*.config.ts',
      'test/helpers/{fast-check,temp-folder,temp-folder-end}.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  { files: ['bin/**', 'bench/**', 'test/mutants/**'], rules: { 'no-console': 'off' } },
  // Verbs, the CDK of a verb, the rules of a synthesis and the parsers of rare formats load on demand; see bin/llmops.ts.
  {
    files: [
      'bin/llmops.ts',
      'bin/assets/command.ts',
      'bin/check/input.ts',
      'bin/deploy/environment.ts',
      'bin/diff/config-side.ts',
      'bin/diff/deployed-side.ts',
      'bin/graph/command.ts',
      'bench/prove/mutation.ts',
      'bin/bootstrap/aws-rights.ts',
      'bin/bootstrap/command.ts',
      'bin/bootstrap/azure-files.ts',
      'bin/preflight/missing-rights.ts',
      'lib/graph/read-document.ts',
      'lib/graph/text/template-text.ts',
      'bin/rehearse/rehearsed-environment.ts',
      'bin/seal/sealed.ts',
      'stacks/aws/checks/constraint-checks.ts',
      'testing/graph-of.ts',
    ],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  // A suite is one function around its tests, and a row of a table is the parameters of its test.
  {
    files: ['test/**', 'bench/**'],
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off', '@typescript-eslint/naming-convention': 'off' },
  },
  { files: ['lib/catalog/rows/**'], rules: { 'max-lines': 'off' } },
  ...importRules,
);
