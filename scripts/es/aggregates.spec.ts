import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { aggregates } from './aggregates.ts';

const root = resolve(import.meta.dirname, '../..');
const DECLARED = /export const (\w+): (?:Aggregate|Decider)</g;

const declared = globSync('functions/*/domain/**/*.ts', { cwd: root })
  .toSorted()
  .flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(DECLARED)].map(([, name = '']) => ({ file, name })),
  );

it.each(declared)('shows what $file makes of a stream', async ({ file, name }) => {
  const module: Readonly<Record<string, unknown>> = await import(join(root, file));
  const known: readonly unknown[] = Object.values(aggregates).flatMap((ofCategory) => Object.values(ofCategory));
  expect(known).toContain(module[name]);
});

it('knows every reducer there is', () => expect(declared.length).toBeGreaterThanOrEqual(14));
