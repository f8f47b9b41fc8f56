import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser, launchOptions } from './bin/browser.ts';
import { isolationHeaders } from './bin/headers.ts';

/**
 * Three tiers: `node` for what needs no browser, `browser` for what does, `e2e` on the built app.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', 'test/**/*.gpu.test.ts', 'test/e2e/**'],
        },
      },
      {
        // Threads need a cross-origin isolated page.
        server: { headers: { ...isolationHeaders } },
        // Known from the start: a dependency found half-way would reload the page under a test.
        optimizeDeps: {
          include: [
            'axe-core',
            'fast-check',
            'idb',
            'lit',
            'lit/decorators.js',
            'lit/directives/live.js',
            'lit/directives/repeat.js',
            'mathjs',
            'valibot',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions(findBrowser()) }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
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
