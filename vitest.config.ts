import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = new URL('.', import.meta.url).pathname;
const alias = { '@': root.replace(/\/$/, '') };

export default defineConfig({
  test: {
    // Half of these wait more than they work: both cores of a small machine.
    maxWorkers: 2,
    projects: [
      {
        plugins: [await WxtVitest()],
        // One document for all: a new one for each file takes longer than its tests. A click on a link must leave it where it is.
        test: {
          name: 'unit',
          include: ['tests/{components,entrypoints,utils}/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          // Properties try hundreds of inputs, beside other suites.
          testTimeout: 30_000,
          environmentOptions: { happyDOM: { settings: { navigation: { disableMainFrameNavigation: true, disableFallbackToSetURL: true } } } },
          isolate: false,
          setupFiles: ['tests/components/support/clean-up.ts'],
        },
      },
      {
        resolve: { alias },
        test: { name: 'server', include: ['tests/{server,tools}/**/*.test.{ts,mjs}'], environment: 'node', testTimeout: 30_000, hookTimeout: 60_000, globalSetup: ['tests/server/support/pglite-template.ts', 'tests/server/support/postgres-cluster.ts'] },
      },
      {
        resolve: { alias },
        test: {
          name: 'conformance',
          include: ['tests/conformance/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          globalSetup: ['tests/server/support/pglite-template.ts'],
        },
      },
    ],
  },
});
