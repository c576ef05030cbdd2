import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => ({
    default_locale: 'en',
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    permissions: ['storage', 'notifications', ...(browser === 'firefox' ? [] : ['offscreen', 'alarms'])],
  }),
});
