import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{events,functions,infra,local,scripts,web,tests}/**/*.spec.ts?(x)'],
    exclude: ['**/node_modules/**', '**/cdk.out/**', 'tests/{kafka,emulator,browser}/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { POWERTOOLS_METRICS_DISABLED: 'true', POWERTOOLS_TRACE_ENABLED: 'false', POWERTOOLS_LOG_LEVEL: 'SILENT' },
  },
});
