import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemblyOfJourneys, comparedWith } from '../../scripts/permissions/facts.ts';
import { findingText } from '../../scripts/permissions/finding-text.ts';
import { grantsOf } from '../../scripts/permissions/grant.ts';
import { readRecorded } from '../../scripts/permissions/recorded.ts';
import { rowBegins } from '../../scripts/permissions/report.ts';
import { ENDED, permissionFiles } from '../support/permission-files.ts';
import { root } from '../support/system.ts';

/** Files of journeys of which not all tests ran and passed in the last run. */
const unplayed = () => {
  const whole = readRecorded(permissionFiles, ENDED).filter(({ isWhole }) => isWhole);
  const names = globSync('tests/journeys/*.spec.ts', { cwd: root }).map((file) => basename(file, '.spec.ts'));
  return names.filter((name) => !whole.some((journey) => journey.name === name)).toSorted();
};

describe('the roles of the system', () => {
  it('grant what was used in the journeys, nothing more and nothing less, but for reasons given', async ({ skip }) => {
    const missing = unplayed();
    const said = `not all journeys have run and passed, so nothing is known of what they use: ${missing.join(', ')}`;
    if (missing.length > 0 && process.env.CI === undefined) skip(said);
    expect(missing, said).toEqual([]);
    const { accounts, findings } = comparedWith(await assemblyOfJourneys(root), readRecorded(permissionFiles, ENDED));
    expect(accounts.length).toBeGreaterThan(1_000);
    expect(findings.map(findingText)).toEqual([]);
  });

  it('let every command over HTTP keep its answer under an idempotency key', async () => {
    const grants = grantsOf(await assemblyOfJourneys(root));
    const commands = globSync('functions/**/handler.ts', { cwd: root })
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('httpCommand('))
      .map((file) => basename(dirname(file)));
    expect(commands).toContain('register');
    const keeps = (command: string, action: string) =>
      grants.some(
        ({ owner, condition, ...grant }) =>
          owner === command && grant.action === action && condition === 'main#request#*',
      );
    expect(commands.filter((name) => !keeps(name, 'dynamodb:GetItem') || !keeps(name, 'dynamodb:PutItem'))).toEqual([]);
  });

  it('are in the report, each with as many permissions as it has', async () => {
    const report = readFileSync(join(root, 'docs/permissions.md'), 'utf8');
    const owners = Map.groupBy(grantsOf(await assemblyOfJourneys(root)), ({ owner }) => owner);
    const rows = [...owners].map(([owner, grants]) => rowBegins(owner, grants.length));
    expect(
      rows.filter((row) => !report.includes(row)),
      'run `node scripts/permissions.ts`',
    ).toEqual([]);
  });
});
