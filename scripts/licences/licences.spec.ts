import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPermissive } from './permissive.ts';
import { licencesPage, productionDependencies } from './production.ts';

const dependencies = productionDependencies();

describe('the licences of production dependencies', () => {
  it('are permissive', () => {
    expect(dependencies.length).toBeGreaterThan(50);
    expect(dependencies.filter(({ licence = 'none' }) => !isPermissive(licence))).toEqual([]);
  });

  it('are listed in docs/licences.md as they are (npm run licences)', () =>
    expect(readFileSync(resolve(import.meta.dirname, '../../docs/licences.md'), 'utf8')).toBe(
      licencesPage(dependencies),
    ));
});

it.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', 'Apache-2.0'])('%s is permissive', (licence) =>
  expect(isPermissive(licence)).toBe(true));

it.each([
  'GPL-3.0-only',
  'MIT AND GPL-3.0-only',
  'UNLICENSED',
  'none',
  'SEE LICENSE IN LICENSE.md',
  '',
])('%j is not permissive', (licence) => expect(isPermissive(licence)).toBe(false));
