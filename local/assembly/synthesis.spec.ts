import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { jsonLog } from '../log.ts';
import type { Running } from '../ports.ts';
import { watchSources } from '../wiring/source-watch.ts';
import { scratchDir } from './given-assembly.ts';
import { synthesise } from './synthesis.ts';

const app = `import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
const out = process.env.CDK_OUTDIR;
mkdirSync(out, { recursive: true });
writeFileSync(out + '/manifest.json', JSON.stringify({ context: JSON.parse(process.env.CDK_CONTEXT_JSON), rule: readFileSync('functions/rule.ts', 'utf8') }));`;
const log = jsonLog({ write: () => undefined });

/** A checkout whose app writes its context and one source into the manifest. */
const givenCheckout = () => {
  const root = scratchDir();
  for (const folder of ['infra', 'functions', 'events']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'infra/app.ts'), app);
  writeFileSync(join(root, 'functions/rule.ts'), 'one');
  writeFileSync(join(root, 'cdk.json'), JSON.stringify({ context: { flag: true, stage: 'prod' } }));
  const change = (path: string, text: string) => writeFileSync(join(root, path), text);
  return { root, change, run: () => synthesise({ root, backbone: 'eventbridge', log }) };
};
const manifestIn = (directory: string): unknown => JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'));

describe('synthesis', () => {
  it('runs the app for the local stage, with the settings of cdk.json', async () => {
    const assembly = await givenCheckout().run();
    expect(manifestIn(assembly)).toMatchObject({ context: { flag: true, stage: 'local', backbone: 'eventbridge' } });
  });

  it('happens again only when a source changed; specs do not count', async () => {
    const { run, change } = givenCheckout();
    const first = await run();
    change('functions/rule.spec.ts', 'a test');
    expect(await run()).toBe(first);
    change('functions/rule.ts', 'two');
    const second = await run();
    expect(second).not.toBe(first);
    expect(manifestIn(second)).toMatchObject({ rule: 'two' });
  });

  it('that fails gives the app’s own words and leaves nothing behind', async () => {
    const { root, run, change } = givenCheckout();
    change('infra/app.ts', `${app}\nthrow new Error('no such stage');`);
    await expect(run()).rejects.toMatchObject({
      reason: 'synthesis-failed',
      output: expect.stringContaining('no such stage'),
    });
    expect(readdirSync(join(root, '.bunko/assembly/eventbridge'))).toEqual([]);
  });
});

describe('a change of a source', () => {
  let watching: Running | undefined;
  afterEach(() => watching?.stop());

  it('leads to a new assembly; one that does not build leaves the old', async () => {
    const { root, change } = givenCheckout();
    const rules: unknown[] = [];
    const problems: string[] = [];
    const onAssembly = (directory: string) => void rules.push(manifestIn(directory));
    watching = watchSources({
      root,
      backbone: 'kafka',
      log: { ...log, error: (message) => void problems.push(message) },
      onAssembly,
    });
    change('infra/app.ts', 'syntax error');
    await vi.waitFor(() => expect(problems).toHaveLength(1), { timeout: 5000 });
    change('infra/app.ts', app);
    change('functions/rule.ts', 'two');
    await vi.waitFor(() => expect(rules).toMatchObject([{ rule: 'two' }]), { timeout: 5000 });
  });
});
