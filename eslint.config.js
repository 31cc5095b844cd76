import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { PLATFORM_PACKAGES, ROOMS, forbiddenTo } from './test/support/rooms.mjs'

/** Forbids these parts of `app` (by alias or by relative path) and these packages. */
function forbid(parts, packages, options = {}) {
  const patterns = parts.map((part) => ({
    regex: `^(~|\\.\\.(/\\.\\.)*)/${part}(/|\\.server$|$)`,
    message: `the house does not allow this direction (${part})`,
    ...options[part],
  }))
  const paths = packages.map((name) => ({ name, message: 'only app/platform knows this package' }))
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns, paths }] }
}

const NODE_GLOBALS = [
  ...[
    'URL',
    'WebAssembly',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'globalThis',
    'performance',
    'process',
  ],
  ...['setInterval', 'setTimeout'],
]

const readsClock = [
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: '`now` is passed in' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: '`now` is passed in' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: '`now` is passed in' },
]
const anyDate = { selector: "NewExpression[callee.name='Date']", message: 'use platform/dates, or Temporal' }

const rooms = ROOMS.map((room) => ({
  files: [`app/${room}/**/*.{ts,tsx}`],
  ignores: room === 'platform' ? ['app/platform/clock.server.ts'] : [],
  rules: {
    ...forbid(forbiddenTo(room), room === 'platform' ? [] : PLATFORM_PACKAGES),
    'no-restricted-syntax': ['error', ...readsClock, ...(room === 'platform' ? [] : [anyDate])],
  },
}))

export default tseslint.config(
  { ignores: ['build', 'data', 'app/generated', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'emails/**/*.{ts,tsx}', 'prisma/**/*.ts', 'test/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // file names are cleaned of control characters
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['app/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  ...rooms,
  {
    files: ['app/ui/**/*.{ts,tsx}'],
    rules: {
      ...forbid([...ROOMS, 'routes', 'run', 'effects.server', 'generated'], PLATFORM_PACKAGES, {
        // the words of French are the rules' own; `ui/format` hands them to pages
        statutes: { allowTypeImports: true, regex: '^(~|\\.\\.(/\\.\\.)*)/statutes/(?!french$)' },
      }),
      'no-restricted-syntax': ['error', ...readsClock],
    },
  },
  {
    files: ['app/routes/**/*.{ts,tsx}'],
    rules: {
      ...forbid(['routes', 'run', 'generated'], PLATFORM_PACKAGES),
      'no-restricted-syntax': ['error', ...readsClock],
    },
  },
  { files: ['app/effects.server.ts'], rules: forbid(['routes', 'run'], PLATFORM_PACKAGES) },
  { files: ['app/run/**/*.ts'], rules: forbid(['routes'], []) },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-empty-object-type': 'off' } },
)
