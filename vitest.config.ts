import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findBrowser, gpuFlags, launchOptions } from './bin/browser.ts';
import { isolationHeaders } from './bin/headers.ts';

const inBrowser = (
  name: string,
  include: string,
  flags: readonly string[],
): TestProjectInlineConfiguration => {
  return {
    // Threads need a cross-origin isolated page.
    server: { headers: { ...isolationHeaders } },
    // Known from the start: a dependency found half-way would reload the page under a test.
    optimizeDeps: {
      include: [
        '@wllama/wllama/esm/index.js',
        'axe-core',
        'fast-check',
        'idb',
        'lit',
        'lit/decorators.js',
        'lit/directives/keyed.js',
        'lit/directives/live.js',
        'lit/directives/repeat.js',
        'mathjs',
        'valibot',
      ],
    },
    test: {
      name,
      include: [include],
      testTimeout: name === 'gpu' ? 180_000 : 60_000,
      hookTimeout: 180_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: launchOptions(findBrowser(), flags),
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
};

/**
 * The tiers: `node` for what needs no browser, `browser` for what does, `e2e` on the built app;
 * `gpu` for what needs WebGPU, by the software adapter where there is no graphics processor.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // A limit for what hangs, not for what is slow on a busy machine.
          testTimeout: 60_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', 'test/**/*.gpu.test.ts', 'test/e2e/**'],
        },
      },
      inBrowser('browser', 'test/**/*.browser.test.ts', []),
      inBrowser('gpu', 'test/**/*.gpu.test.ts', gpuFlags()),
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/kit/built-app.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
