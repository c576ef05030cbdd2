import { existsSync, readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { build, type InlineConfig, type Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { packFinderData } from './utils/domain/phone-number/find/data/finder-data';
import type { NumberMetadata } from './utils/domain/phone-number/find/number-plan';
import { FINDER_CODE_FILE, FINDER_DATA_FILE } from './utils/platform/finder-files';

/** http and ws only on this machine, as utils/contract/sip-account.ts has it. */
const LOCAL = ['localhost', '*.localhost', '127.0.0.1'].flatMap((host) => [`http://${host}:*`, `ws://${host}:*`]);

/** Nothing from outside, no inline script or style; the user's own server is any https or wss address. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self' blob:",
  `connect-src 'self' https: wss: ${LOCAL.join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Browsers refuse a manifest that names a missing icon. */
const icons = (state: string, sizes: readonly number[]) => {
  const files = sizes.map((size) => [String(size), `icon/${state}-${size}.png`] as const);
  return Object.fromEntries(files.filter(([, file]) => existsSync(new URL(`public/${file}`, import.meta.url))));
};

/** Only pages may frame the panel; Chrome hides it behind an address of its own for each session. */
const PANEL = { resources: ['panel.html'], matches: ['*://*/*'] };

/** Content scripts import it, once their page may hold a number; no page can, since its address is another one each session. */
const FINDER = { resources: [FINDER_CODE_FILE.slice(1)], matches: ['*://*/*'] };

/**
 * Chrome blocks a page's way to a `tel:` handler that pages may not open, with an error in place of the page. In a frame
 * it stays empty, and it calls nobody by itself.
 */
const DIAL = { resources: ['dial.html'], matches: ['*://*/*'] };

/** What the phone host shares with pages: it must not bring the pages' components into the host. */
const SHARED = /[\\/](utils[\\/](contract|domain[\\/]call|messaging[\\/](?!connect-)\w|platform[\\/]host|storage[\\/]page-numbers-store)|valibot[\\/]|@webext-core[\\/]|@wxt-dev[\\/]browser|wxt[\\/]dist)|preload-helper|wxt-html-plugins|rolldown[\\/]runtime|[\\/]i18n\b/;
/** What pages share. */
const SURFACE = /[\\/](components|entrypoints[\\/]popup[\\/]phone-app|utils[\\/](models|messaging|storage[\\/](preset|sign-in-draft))|preact|@preact|lucide-preact|@wxt-dev)\b/;

/**
 * The browser fetches each file of an extension page through another process, and a panel must be there at once: what
 * pages share comes in two scripts. What is loaded later (database, number formats) stays apart.
 */
function inFewFiles(config: InlineConfig): void {
  const output = config.build?.rolldownOptions?.output;
  const groups = [
    { name: 'shared', test: SHARED, minShareCount: 2, priority: 2 },
    { name: 'surface', test: SURFACE, minShareCount: 2, priority: 1 },
  ];
  config.build = {
    ...config.build,
    // What is imported later is a file of the extension: a link to fetch it ahead costs more than it saves.
    modulePreload: { polyfill: false, resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'js' ? [] : dependencies) },
    rolldownOptions: { ...config.build?.rolldownOptions, output: { ...(Array.isArray(output) ? output[0] : output), codeSplitting: { groups } } },
  };
}

/** The finder as a module of its own: pages without a number never load it. */
async function finderCode(): Promise<string> {
  const entry = new URL('utils/domain/phone-number/create-number-finder.ts', import.meta.url).pathname;
  const built = await build({ configFile: false, logLevel: 'error', build: { target: 'esnext', write: false, minify: true, lib: { entry, formats: ['es'] }, rolldownOptions: { output: { minify: true } } } });
  const [made] = Array.isArray(built) ? built : [built];
  if (made === undefined || !('output' in made)) throw new Error('the number finder was not built');
  return made.output[0].code;
}

const CONTENT_SCRIPT = '\0virtual:wxt-content-script-isolated-world-entrypoint?';
/**
 * WXT's own start of a content script hands it a context (timers and listeners that end with it, and an event on the
 * page's document that names the extension). Ours ends by its own signal: it is only started.
 */
const BARE_CONTENT_SCRIPT: Plugin = {
  name: 'bare-content-script',
  enforce: 'pre',
  load: (id) => (id.startsWith(CONTENT_SCRIPT) ? `import script from '${id.slice(CONTENT_SCRIPT.length)}';\nexport default script.main();` : undefined),
};

export default defineConfig({
  imports: false,
  // Both browsers have promises under `browser` or `chrome`; a polyfill would only weigh.
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [preact()], build: { target: 'esnext' } }),
  hooks: {
    // Number plans of all regions, words of all languages: pages ask the background for them once they have met a number.
    'build:publicAssets': async (_, files) => {
      const plans = JSON.parse(readFileSync(new URL('node_modules/libphonenumber-js/metadata.max.json', import.meta.url), 'utf8')) as NumberMetadata;
      files.push({ contents: packFinderData(plans), relativeDest: FINDER_DATA_FILE.slice(1) }, { contents: await finderCode(), relativeDest: FINDER_CODE_FILE.slice(1) });
    },
    'build:before': (wxt) => {
      // Chrome's worker holds no phone, and a content script is in every page: what they do not use, they do not carry.
      const lean = ['content-script', ...(wxt.config.browser === 'firefox' ? [] : ['background'])];
      wxt.hook('vite:build:extendConfig', (entrypoints, config) => {
        if (entrypoints.length > 1) inFewFiles(config);
        if (!entrypoints.every(({ type }) => lean.includes(type))) return;
        config.build = { ...config.build };
        if (entrypoints.every(({ type }) => type === 'content-script')) {
          config.plugins = [...(config.plugins ?? []), BARE_CONTENT_SCRIPT];
          // It is in every page: two per cent smaller is worth a second of the build.
          Object.assign(config.build, { minify: 'terser', terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true } } });
        }
        config.build.rolldownOptions = { ...config.build.rolldownOptions, treeshake: { moduleSideEffects: false } };
      });
    },
  },
  manifest: ({ browser }) => ({
    default_locale: 'en',
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    // Under this name: WXT adds the popup, and translates `action` for Manifest V2 only where nothing was added.
    [browser === 'firefox' ? 'browser_action' : 'action']: { default_icon: icons('offline', [16, 32, 48]), default_title: '__MSG_app_name__' },
    // At most four may be suggested. Alt+Shift is free of the browsers' own shortcuts and of screen readers' keys.
    commands: {
      'next-number': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_numbers_next__' },
      'previous-number': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_numbers_previous__' },
      // Not global by themselves: Chrome suggests only Ctrl+Shift+0..9 for that, which other programs use. A person can make them so.
      'answer-call': { suggested_key: { default: 'Alt+Shift+A' }, description: '__MSG_shortcut_answer__' },
      'decline-call': { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_shortcut_decline__' },
    },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox'
      ? {
          permissions: ['storage', 'notifications', 'menus'],
          // Firefox does not translate this name.
          protocol_handlers: ['tel', 'sip'].map((protocol) => ({ protocol, name: 'TeleProffs One', uriTemplate: '/dial.html?uri=%s' })),
          web_accessible_resources: [PANEL, FINDER],
          browser_specific_settings: {
            gecko: {
              id: 'one@teleproffs.se',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          permissions: ['storage', 'notifications', 'offscreen', 'alarms', 'contextMenus', 'sidePanel'],
          web_accessible_resources: [...[PANEL, FINDER].map((one) => ({ ...one, use_dynamic_url: true })), DIAL],
          storage: { managed_schema: 'managed-schema.json' },
          minimum_chrome_version: '130',
        }),
  }),
});
