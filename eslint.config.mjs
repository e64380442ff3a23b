import js from '@eslint/js';
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
  // The verbs load on demand; see bin/llmops.ts.
  { files: ['bin/llmops.ts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['lib/catalog/rows/**'], rules: { 'max-lines': 'off' } },
  ...importRules,
);
