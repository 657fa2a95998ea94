import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { checkedApp } from '../../infra/bunko-app.ts';
import { cfnLint, installCfnLint, installedCfnLint, unexpectedOf } from '../../infra/lint/cfn-lint.ts';
import { exceptions } from '../../infra/lint/exceptions.ts';
import { unseenOf } from '../../infra/lint/unseen.ts';
import { variantName, variants } from '../../infra/lint/variants.ts';
import { KafkaCluster } from '../../infra/stage-shape.ts';
import { stageNames } from '../../infra/stages.ts';

describe('the templates of all stages', () => {
  it('are those of every stage, its own and on the bus, and of every kind of cluster', () => {
    const names = variants.map(variantName);
    for (const name of stageNames) expect(names).toContain(`${name} on eventbridge`);
    const kinds = KafkaCluster.options.map(({ shape }) => shape.kind.value);
    for (const kind of kinds)
      expect(
        names.some((name) => name.endsWith(` on ${kind}`)),
        kind,
      ).toBe(true);
  });

  it('are not made where cdk-nag finds a queue that is not encrypted', () => {
    const app = checkedApp();
    new CfnQueue(new Stack(app, 'planted'), 'open', { sqsManagedSseEnabled: false });
    expect(() => app.synth()).toThrow();
    const report = readFileSync(join(app.outdir, 'validation-report.json'), 'utf8');
    expect(report).toContain('AwsSolutions-SQS2');
  });

  it('are excepted from a rule for a reason only', () => {
    for (const { because } of exceptions) expect(because.length).toBeGreaterThan(20);
  });

  // `npm run lint:templates` installs it; in CI that is done here.
  const programs = process.env.CI === undefined ? installedCfnLint() : installCfnLint('python3');
  if (programs === undefined) console.error('\nSKIPPED: npm run lint:templates installs cfn-lint\n');

  it.runIf(programs)('are looked at by cfn-lint, which finds a fault planted in one of them', async () => {
    const template = { Resources: { box: { Type: 'AWS::S3::Bucket', Properties: { BucketNam: 'planted' } } } };
    const planted = { stage: 'prod', variant: 'planted', stack: 'planted', template };
    const sound = { ...planted, stack: 'sound', template: { Resources: { box: { Type: 'AWS::S3::Bucket' } } } };
    const found = unexpectedOf(await cfnLint((await programs) ?? '', unseenOf([planted, sound])));
    expect(found).toMatchObject([{ stack: 'planted', rule: 'E3002', at: 'Resources/box/Properties/BucketNam' }]);
  });
});
