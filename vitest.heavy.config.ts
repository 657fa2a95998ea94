import { defineConfig } from 'vitest/config';

/** Suites that need a program beside Node: `npm run test:kafka` (kcat, Java or Docker), `test:browser` (Chromium), `test:contract` and `test:emulator` (Python 3). */
export default defineConfig({
  test: {
    include: ['tests/{kafka,browser,fuzz,emulator}/**/*.spec.ts'],
    // The X-Ray SDK follows no promise of this process; functions have an environment of their own.
    env: { AWS_XRAY_MANUAL_MODE: 'true' },
    globalSetup: ['tests/support/synthesise-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
