import { defineConfig } from 'vitest/config';

const quiet = {
  POWERTOOLS_METRICS_DISABLED: 'true',
  POWERTOOLS_TRACE_ENABLED: 'false',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
};

/** In its automatic mode the X-Ray SDK follows every promise of the process, which costs more than what is tested. */
const followsNoPromises = { AWS_XRAY_MANUAL_MODE: 'true' };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rules',
          include: [
            '{bench,events,functions,infra,local,scripts,web}/**/*.spec.ts?(x)',
            'tests/{architecture,infra,saga}/**/*.spec.ts',
          ],
          exclude: ['**/node_modules/**', '**/cdk.out/**'],
          env: quiet,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['tests/chaos/**/*.spec.ts'],
          env: { ...quiet, ...followsNoPromises },
          testTimeout: 600_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.spec.ts'],
          globalSetup: ['tests/support/synthesise-once.ts'],
          setupFiles: ['tests/support/note-permissions.ts'],
          env: followsNoPromises,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'permissions',
          include: ['tests/permissions/**/*.spec.ts'],
          // Last of all: it reads what the systems of the journeys noted.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
        },
      },
    ],
  },
});
