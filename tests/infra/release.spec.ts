import { describe, expect, it } from 'vitest';
import { buildBundles } from '../../infra/bundles.ts';
import { bunkoApp } from '../../infra/bunko-app.ts';
import { acknowledged } from '../../infra/release/acknowledged.ts';
import { candidateOf, type Difference, differences, type Release } from '../../infra/release/differences.ts';
import lastRelease from '../../infra/release/prod.json' with { type: 'json' };
import type { Templates } from '../../infra/release/stateful.ts';
import { templatesOf } from '../../infra/release/templates.ts';
import { stageOf } from '../../infra/stages.ts';

const last = lastRelease as unknown as Release;
const unmeant = (found: readonly Difference[]) =>
  found.filter(
    ({ kind, at, detail }) => !acknowledged.some((one) => one.kind === kind && one.at === at && one.detail === detail),
  );

describe('a deployment over the last release', () => {
  buildBundles();
  const templates: Templates = templatesOf(bunkoApp(stageOf('prod')));

  it('replaces, unguards and loosens nothing that nobody meant', () => {
    expect(Object.keys(last.stateful).length).toBeGreaterThan(20);
    expect(unmeant(differences(last, candidateOf(templates)))).toEqual([]);
  });

  it('acknowledges nothing that is not there any more', () => {
    const found = differences(last, candidateOf(templates));
    for (const { kind, at, detail, because } of acknowledged) {
      expect(found).toContainEqual({ kind, at, detail });
      expect(because.length).toBeGreaterThan(20);
    }
  });

  const [stack = '', events = ''] =
    Object.keys(last.stateful)
      .find((at) => /bunko-prod-data\/events/.test(at))
      ?.split('/') ?? [];
  const edited = (edit: (copy: Record<string, { Resources: Record<string, Record<string, unknown>> }>) => void) => {
    const copy = structuredClone(templates) as never;
    edit(copy);
    return differences(last, candidateOf(copy));
  };
  const properties = (copy: Record<string, { Resources: Record<string, Record<string, unknown>> }>) =>
    copy[stack]?.Resources[events]?.Properties as Record<string, unknown>;

  it.each<[string, Difference['kind'], string, (table: Record<string, unknown>) => void]>([
    ['another name', 'replaces', 'TableName', (table) => Object.assign(table, { TableName: 'other' })],
    ['another key', 'replaces', 'KeySchema', (table) => Object.assign(table, { KeySchema: [] })],
    [
      'no deletion protection',
      'unguards',
      'DeletionProtectionEnabled',
      (table) => Object.assign(table, { DeletionProtectionEnabled: false }),
    ],
    [
      'no point-in-time recovery',
      'unguards',
      'PointInTimeRecoverySpecification',
      (table) => Object.assign(table, { PointInTimeRecoverySpecification: undefined }),
    ],
  ])('would notice the event table with %s', (_, kind, detail, edit) => {
    expect(edited((copy) => edit(properties(copy)))).toContainEqual({ kind, at: `${stack}/${events}`, detail });
  });

  it('would notice the event table gone, which also happens when its construct is renamed', () => {
    const found = edited((copy) => {
      delete copy[stack]?.Resources[events];
    });
    expect(found).toContainEqual({ kind: 'removes', at: `${stack}/${events}`, detail: 'AWS::DynamoDB::Table' });
  });

  it('would notice a role that may do more, and one that is denied less', () => {
    const next = candidateOf(templates);
    const [role = '', lines = []] =
      Object.entries(next.grants).find(([, all]) => all.some((one) => one.startsWith('Deny'))) ?? [];
    const denial = lines.find((one) => one.startsWith('Deny'));
    const more = 'Allow dynamodb:DeleteTable on *';
    const looser = { ...next, grants: { ...next.grants, [role]: [...lines.filter((one) => one !== denial), more] } };
    const found = differences(last, looser);
    expect(found).toContainEqual({ kind: 'loosens', at: role, detail: more });
    expect(found).toContainEqual({ kind: 'loosens', at: role, detail: `no longer: ${denial}` });
  });
});
