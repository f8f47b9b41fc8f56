import { defineConfig } from 'vitest/config';

/** Of `npm run test:extra`: what needs a program that `npm test` does not install. */
export default defineConfig({
  test: {
    name: 'extra',
    environment: 'node',
    include: ['test/extra/**/*.extra.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
