import tseslint from 'typescript-eslint';

const SYNTAX = { selector: 'TSEnumDeclaration', message: 'Use a string union.' };
/** The rules below see no `import()`: layers import, the roots load. */
const LOADING = { selector: 'ImportExpression', message: 'Only entrypoints and the server load code later.' };

const PACKAGES = {
  sip: { regex: '^sip\\.js(/|$)', message: 'Only utils/phone/sipjs and server/telephony speak to sip.js.' },
  browser: { regex: '^(#imports|wxt|@webext-core|@wxt-dev|webextension-polyfill)(/|$)', message: 'The browser comes in through a port.' },
  database: { regex: '^(dexie|idb)(/|$)', message: 'Only utils/storage opens the browser’s databases.' },
  node: { regex: '^node:', message: 'This runs in a browser.' },
};
const BROWSER = ['browser', 'chrome'];
const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket'];
const STORAGE = ['indexedDB', 'localStorage', 'sessionStorage'];

/**
 * Import rules of docs/architecture.md for one folder: `forbidden` folders (by alias or by climbing out), packages but
 * those it `may` use, and globals.
 */
const layer = (folder, { forbidden, message, may = [], globals = [], loads = false }) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  // Else `window.fetch` would pass for somebody's own window.
  languageOptions: { globals: { window: 'readonly', self: 'readonly' } },
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: `^(@/|(\\./)?(\\.\\./)+)(${forbidden})(/|$)`, message },
          ...Object.entries(PACKAGES).flatMap(([name, pattern]) => (may.includes(name) ? [] : [pattern])),
        ],
      },
    ],
    'no-restricted-syntax': ['error', SYNTAX, ...(loads ? [] : [LOADING])],
    ...(globals.length > 0 && {
      'no-restricted-globals': ['error', { globals: globals.map((name) => ({ name, message: 'Comes in through a port.' })), checkGlobalObject: true }],
    }),
  },
});

const UTILS = ['domain', 'contract', 'phone', 'server-link', 'core', 'models', 'messaging', 'storage', 'platform'];
const utilsBut = (...allowed) => {
  const rest = UTILS.filter((name) => !allowed.includes(name));
  return [...rest.map((name) => `utils/${name}`), ...rest].join('|');
};
const OUTER = 'server|components|entrypoints|tests|tools';
const PHONE = { forbidden: `${OUTER}|${utilsBut('domain', 'contract', 'phone')}`, message: 'phone imports domain and contract.', globals: [...BROWSER, ...STORAGE] };
const SERVER = { forbidden: `components|entrypoints|tests|tools|${utilsBut('domain', 'contract')}`, message: 'server imports domain and contract.', may: ['node'], globals: BROWSER, loads: true };
/** Who has the browser's APIs. */
const SHELL = { forbidden: `${OUTER}|utils/models`, message: 'The shell imports neither surfaces nor the server.', may: ['browser'] };

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
      'no-restricted-syntax': ['error', SYNTAX],
    },
  },
  layer('utils/domain', { forbidden: `${OUTER}|${utilsBut('domain')}`, message: 'domain is pure.', globals: [...BROWSER, ...NETWORK, ...STORAGE, 'window', 'document'] }),
  layer('utils/contract', { forbidden: `${OUTER}|${utilsBut('domain', 'contract')}`, message: 'contract imports domain only.', globals: [...BROWSER, ...NETWORK, ...STORAGE, 'window', 'document'] }),
  layer('utils/phone', PHONE),
  layer('utils/phone/sipjs', { ...PHONE, may: ['sip'] }),
  layer('utils/server-link', { forbidden: `${OUTER}|${utilsBut('domain', 'contract', 'server-link')}`, message: 'server-link imports domain and contract.', globals: [...BROWSER, ...STORAGE] }),
  layer('utils/core', { forbidden: `${OUTER}|${['models', 'platform', 'storage', 'messaging'].flatMap((n) => [`utils/${n}`, n]).join('|')}`, message: 'core gets its adapters injected.', globals: [...BROWSER, ...STORAGE] }),
  layer('utils/models', { forbidden: `${OUTER}|${utilsBut('domain', 'contract', 'messaging', 'models')}`, message: 'models import domain, contract, messaging types.', globals: [...BROWSER, ...NETWORK, ...STORAGE] }),
  layer('utils/messaging', SHELL),
  layer('utils/storage', { ...SHELL, may: ['browser', 'database'] }),
  layer('utils/platform', SHELL),
  layer('components', { forbidden: `server|entrypoints|tests|tools|${utilsBut('domain', 'contract', 'models')}`, message: 'components import models, domain, contract.', globals: [...BROWSER, ...NETWORK, ...STORAGE] }),
  layer('entrypoints', { forbidden: 'server|tests|tools', message: 'The extension imports nothing of the server.', may: ['browser'], loads: true }),
  layer('server', SERVER),
  layer('server/telephony', { ...SERVER, may: ['node', 'sip'] }),
  { files: ['tools/**', 'server/demo/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
