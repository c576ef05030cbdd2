import { build, type Plugin } from 'vite';

const ROOT = new URL('../../', import.meta.url).pathname.replace(/\/$/, '');

/** RingCentral's package asks for polyfills it does not bring; no browser here needs them. */
const noPolyfills: Plugin = {
  name: 'no-polyfills',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('core-js/') ? '\0nothing' : null),
  load: (id) => (id === '\0nothing' ? 'export default null' : null),
};

/** One script of the source, as a browser takes it. */
export async function bundle(entry: string, outDir: string, name: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [noPolyfills],
    resolve: { alias: { '@': ROOT } },
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    build: { outDir, emptyOutDir: false, lib: { entry, formats: ['iife'], name: 'bundled', fileName: () => name } },
  });
}
