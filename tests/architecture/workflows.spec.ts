import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isInjectable, isPinned, missingIn, workflowsOf } from './workflows.ts';

const root = resolve(import.meta.dirname, '../..');
const workflows = workflowsOf(root);
/** How a workflow writes a value. */
const expression = (name: string): string => `$\{{ ${name} }}`;
const named = (name: string) => workflows.find(({ file }) => file.endsWith(`/${name}.yml`));
const stepsOf = ({ workflow }: (typeof workflows)[number]) =>
  Object.values(workflow.jobs).flatMap(({ steps }) => steps);

describe('the pipeline', () => {
  it('checks, widens by night, builds and deploys', () =>
    expect(workflows.map(({ workflow }) => workflow.name)).toEqual([
      'artefacts',
      'checks',
      'deploy a stage',
      'deploy',
      'nightly',
    ]));

  it.each(workflows)('$file calls only what this tree has', (one) => {
    const lines = stepsOf(one).flatMap(({ run = '' }) => run.split('\n'));
    expect(lines.flatMap((line) => missingIn(line, root))).toEqual([]);
    for (const { uses } of Object.values(one.workflow.jobs))
      if (uses !== undefined) expect(existsSync(join(root, uses)), uses).toBe(true);
  });

  it.each(workflows)('$file pins every action to an exact version', (one) =>
    expect(stepsOf(one).flatMap(({ uses }) => (uses !== undefined && !isPinned(uses) ? [uses] : []))).toEqual([]));

  it.each(workflows)('$file holds no secret and lets nobody write code into a script', (one) => {
    expect(one.text).not.toMatch(/secrets\.|aws-access-key-id|aws-secret/);
    expect(stepsOf(one).filter(({ run = '' }) => isInjectable(run))).toEqual([]);
    expect(one.text).not.toContain('pull_request_target');
  });

  it.each(workflows)('$file ends by itself', ({ workflow }) => {
    for (const [name, job] of Object.entries(workflow.jobs))
      if (job.uses === undefined) expect(job['timeout-minutes'], name).toBeGreaterThan(0);
  });

  it('lets nothing write but the attestation and the token that a role is taken with', () => {
    const writing = workflows.flatMap(({ file, workflow }) =>
      [workflow.permissions, ...Object.values(workflow.jobs).map(({ permissions = {} }) => permissions)].flatMap(
        (all) =>
          Object.entries(all).flatMap(([what, how]) =>
            how === 'write' ? [`${file.replace(/.*\//, '')} ${what}`] : [],
          ),
      ),
    );
    expect([...new Set(writing)].toSorted()).toEqual([
      'artefacts.yml attestations',
      'artefacts.yml id-token',
      'deploy-stage.yml id-token',
      'deploy.yml id-token',
    ]);
  });

  it('lands what .ci/run lets land', () => expect(named('checks')?.text).toContain('- run: .ci/run'));

  it('deploys only what it has built and attested, to an environment that can ask somebody', () => {
    const runs = Object.values(named('deploy-stage')?.workflow.jobs ?? {}).flatMap(({ steps }) => steps);
    const order = runs.map(({ run = '' }) => run.split(' ').slice(0, 2).join(' ')).filter((run) => run !== '');
    expect(order).toEqual(['npm ci', 'gh run', 'gh attestation', '.ci/deploy "$STAGE"']);
    expect(named('deploy-stage')?.text).toContain(`environment: ${expression('inputs.stage')}`);
  });

  it.each(globSync('.github/**/*.yml', { cwd: root }))('%s can be read', (file) =>
    expect(parse(readFileSync(join(root, file), 'utf8'))).toBeTypeOf('object'));
});

describe('the rules of the pipeline', () => {
  it.each([
    'npm run nothing',
    'npx nothing-of-ours',
    '.ci/nothing',
    'node scripts/nothing.ts',
    `npx vitest run tests/nothing-${expression('matrix.part')}`,
  ])('bite: %s', (line) => expect(missingIn(line, root).length).toBeGreaterThan(0));

  it('bite: a moving version, and a script made of a title', () => {
    expect(isPinned('actions/checkout@v6')).toBe(false);
    expect(isPinned('actions/checkout@main')).toBe(false);
    expect(isInjectable(`echo ${expression('github.event.issue.title')}`)).toBe(true);
    expect(isInjectable('echo "$TITLE"')).toBe(false);
  });
});
