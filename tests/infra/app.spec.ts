import { beforeAll, describe, expect, it } from 'vitest';
import { subscriptions } from '../../events/subscriptions.ts';
import { stageNames } from '../../infra/stages.ts';
import { type Resource, resourcesIn, type StackTemplate, stacksOf } from './assembly.ts';

const cases = [
  ...stageNames.map((stage) => [stage, undefined] as const),
  ['local', 'eventbridge'] as const,
  ['dev-sora', 'kafka'] as const,
];

/** Types whose resources hold something that a new one would not have. */
const STATEFUL = /^AWS::(DynamoDB::(Global)?Table|S3::Bucket|KMS::Key|MSK::.*Cluster|RDS::|EFS::)/;
/** Which stacks may hold such: the others can be deleted and deployed again at any time. */
const STATEFUL_STACKS = ['data', 'kafka'];
/** Its buckets hold the site, which is built from the source, and logs. */
const MADE_AGAIN = ['web'];

describe.each(cases)('the stage %s (backbone %s)', (stage, backbone) => {
  let stacks: readonly StackTemplate[] = [];
  let resources: readonly Resource[] = [];
  beforeAll(() => {
    stacks = stacksOf(stage, backbone);
    resources = resourcesIn(stacks);
  }, 240_000);
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const text = (value: unknown) => JSON.stringify(value);

  it('has exactly one reader on the stream of the event table', () => {
    const readers = ofType('AWS::Lambda::EventSourceMapping').filter(({ Properties: { EventSourceArn } }) =>
      /Toldeventstream/.test(text(EventSourceArn) ?? ''),
    );
    expect(readers).toHaveLength(1);
    expect(readers[0]?.Properties).toMatchObject({ StartingPosition: 'TRIM_HORIZON', ParallelizationFactor: 1 });
  });

  it('lets no stack block a change of another: no value is exported or imported', () => {
    expect(stacks.length).toBeGreaterThan(10);
    for (const { stackName, template } of stacks) {
      expect(text(template), stackName).not.toContain('Fn::ImportValue');
      for (const output of Object.values(template.Outputs ?? {}))
        expect(output, stackName).not.toHaveProperty('Export');
    }
  });

  it('keeps what has a state apart from what can be made again', () => {
    const held = resources.filter(({ Type }) => STATEFUL.test(Type));
    const holders = new Set(held.map((one) => one.stack.replace(`bunko-${stage}-`, '')));
    expect([...STATEFUL_STACKS, ...MADE_AGAIN]).toEqual(expect.arrayContaining([...holders]));
    expect(holders).toContain('data');
  });

  it('gives every listener its way to hear and its dead letters', () => {
    const mappings = ofType('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties);
    const queues = ofType('AWS::SQS::Queue').map(({ Properties }) => Properties);
    for (const listener of Object.keys(subscriptions)) {
      const isFed = mappings.some((properties) =>
        text(properties).toLowerCase().includes(listener.replaceAll('-', '')),
      );
      expect(isFed, `${listener} is fed`).toBe(true);
      expect(
        queues.some(({ QueueName }) => QueueName === `bunko-${stage}-${listener}-dead-letters`),
        listener,
      ).toBe(true);
    }
    for (const properties of mappings)
      expect(properties.DestinationConfig ?? queues.find(({ RedrivePolicy }) => RedrivePolicy)).toBeDefined();
  });

  it('encrypts every table with the key of the stage and keeps point-in-time recovery', () => {
    const tables = ofType('AWS::DynamoDB::Table');
    expect(tables.length).toBeGreaterThan(5);
    for (const { Properties } of tables)
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
  });

  it('keeps data beyond its stacks exactly where the stage says so', () => {
    for (const { DeletionPolicy, Properties } of ofType('AWS::DynamoDB::Table')) {
      expect(DeletionPolicy).toBe(stage === 'prod' ? 'Retain' : 'Delete');
      expect(Properties.DeletionProtectionEnabled).toBe(stage === 'prod');
    }
  });

  it('gives every function a name of its own, also across domains', () => {
    const names = ofType('AWS::Lambda::Function').map(({ Properties }) =>
      text(Properties.FunctionName ?? Properties.Role),
    );
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  it('runs every function on Node 24 and arm64, traced, with a log group that forgets', () => {
    const functions = ofType('AWS::Lambda::Function').filter(({ Properties }) => text(Properties).includes('bunko-'));
    expect(functions.length).toBeGreaterThan(10);
    for (const { Properties } of functions)
      if (text(Properties.FunctionName)?.includes('bunko-'))
        expect(Properties).toMatchObject({
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          TracingConfig: { Mode: 'Active' },
        });
    for (const { Properties } of ofType('AWS::Logs::LogGroup').filter(({ stack }) => !stack.endsWith('kafka')))
      expect(Properties.RetentionInDays).toBeGreaterThan(0);
  });

  it('rings for dead letters, for touched history and for a relay that lags, where the stage has alarms', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties.AlarmName);
    expect(alarms).toEqual([...new Set(alarms)]);
    const expected = ['platform-HistoryTouched', 'records-Quarantined', 'relay-iterator-age', 'relay-dead-letters'];
    const hasAlarms = stage === 'staging' || stage === 'prod';
    for (const name of [...expected, ...Object.keys(subscriptions).map((listener) => `${listener}-dead-letters`)])
      expect(alarms.includes(`bunko-${stage}-${name}`), name).toBe(hasAlarms);
  });

  it('lets nobody change or delete history', () => {
    const statements = ofType('AWS::IAM::Policy').flatMap(({ Properties }) => {
      const { Statement } = Properties.PolicyDocument as {
        Statement: { Effect: string; Action: unknown; Resource: unknown }[];
      };
      return Statement;
    });
    const onHistory = statements.filter(({ Resource }) => text(Resource).includes(`bunko-${stage}-events"`));
    expect(onHistory.length).toBeGreaterThan(5);
    for (const { Effect, Action } of onHistory)
      if (Effect === 'Allow') expect(text(Action)).not.toMatch(/Update|Delete|BatchWrite|dynamodb:\*/);
  });
});
