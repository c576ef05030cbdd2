import tseslint from 'typescript-eslint';

/** Import rules of docs/architecture.md: a folder, and what it must not import (by alias or by climbing out). */
const layer = (files, forbidden, message, globals = []) => ({
  files: files.map((folder) => `${folder}/**/*.{ts,tsx}`),
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ regex: `^(@/|(\\.\\./)+)(${forbidden})(/|$)`, message }] }],
    ...(globals.length > 0 && {
      'no-restricted-globals': ['error', ...globals.map((name) => ({ name, message: 'Comes in through a port.' }))],
    }),
  },
});

const UTILS = ['domain', 'contract', 'phone', 'server-link', 'core', 'models', 'messaging', 'storage', 'platform'];
const utilsBut = (...allowed) => {
  const rest = UTILS.filter((name) => !allowed.includes(name));
  return [...rest.map((name) => `utils/${name}`), ...rest].join('|');
};
const OUTER = 'server|components|entrypoints|tests|tools';
const BROWSER = ['browser', 'chrome'];

export default tseslint.config(
  { ignores: ['node_modules', '.output', '.wxt', '.run', 'server/database/migrations'] },
  ...tseslint.configs.strict,
  {
    rules: {
      'max-lines': ['error', 300],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a string union.' }],
    },
  },
  layer(['utils/domain'], `${OUTER}|${utilsBut('domain')}`, 'domain is pure.', [...BROWSER, 'fetch', 'indexedDB', 'window', 'document']),
  layer(['utils/contract'], `${OUTER}|${utilsBut('domain', 'contract')}`, 'contract imports domain only.', [...BROWSER, 'fetch', 'indexedDB', 'window', 'document']),
  layer(['utils/phone'], `${OUTER}|${utilsBut('domain', 'contract', 'phone')}`, 'phone imports domain and contract.', BROWSER),
  layer(['utils/server-link'], `${OUTER}|${utilsBut('domain', 'contract', 'server-link')}`, 'server-link imports domain and contract.', BROWSER),
  layer(['utils/core'], `${OUTER}|${['models', 'platform', 'storage', 'messaging'].flatMap((n) => [`utils/${n}`, n]).join('|')}`, 'core gets its adapters injected.', BROWSER),
  layer(['utils/models'], `${OUTER}|${utilsBut('domain', 'contract', 'messaging', 'models')}`, 'models import domain, contract, messaging types.', [...BROWSER, 'fetch', 'indexedDB']),
  layer(['components'], `server|entrypoints|tests|tools|${utilsBut('domain', 'contract', 'models')}`, 'components import models, domain, contract.', [...BROWSER, 'fetch', 'indexedDB']),
  layer(['server'], `components|entrypoints|tests|tools|${utilsBut('domain', 'contract')}`, 'server imports domain and contract.', BROWSER),
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['utils/phone/sipjs/**', 'server/telephony/**', 'server/demo/**', 'tests/**'],
    rules: {},
  },
  { files: ['tools/**', 'server/demo/**', 'tests/**'], rules: { 'no-console': 'off' } },
  { files: ['*.config.{ts,mjs}', 'entrypoints/**', 'playwright.config.ts'], rules: {} },
);
