import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Contract } from '../../events/contract.ts';

const fixtures = resolve(import.meta.dirname, '../../events/fixtures');

/** An event as it is written today: the frozen fixture of its newest version. Throws when there is none. */
export const fixtureOf = ({ type, schemaVersion }: Contract): unknown => {
  const file = resolve(fixtures, `${type}.v${schemaVersion}.json`);
  if (!existsSync(file)) throw new Error(`no fixture of ${type}, version ${schemaVersion}`);
  return JSON.parse(readFileSync(file, 'utf8'));
};
