import { describe, expect, it } from 'vitest';
import { stageOf } from '../../infra/stages.ts';
import { estimate } from './estimate.ts';
import { type Measured, readMeasured } from './measured.ts';
import type { Resource } from './stage-resources.ts';

const stage = stageOf('prod');
const of = (Type: string, Properties: Record<string, unknown> = {}): Resource => ({ Type, Properties });
const fn = (name: string, MemorySize: number) =>
  of('AWS::Lambda::Function', { FunctionName: `bunko-prod-${name}`, MemorySize });
const poller = (PollerGroupName: string) =>
  of('AWS::Lambda::EventSourceMapping', {
    StartingPosition: 'TRIM_HORIZON',
    ProvisionedPollerConfig: { MinimumPollers: 1, PollerGroupName },
  });

const at = '2026-11-21T00:00:00Z';
const idle = { at, times: 1, used: {} };
const borrow = {
  at,
  times: 2,
  used: {
    'api-requests': { api: 4 },
    invocations: { borrow: 2, notices: 2 },
    milliseconds: { borrow: 200, notices: 400 },
    'write-units': { events: 16 },
    'queue-messages': { notices: 4 },
    'queue-batches': { notices: 2 },
    calls: { 'ses:SendEmail': 2, 'kms:Sign': 2, 'kms:Decrypt': 4 },
  },
};
const backbone = { customMetrics: 0, journeys: { 'idle-day': idle, borrow } };
const measured: Measured = {
  machine: 'none',
  kafka: backbone,
  eventbridge: backbone,
};
const functions = [fn('borrow', 512), fn('notices', 1024)];
const withResources = (resources: readonly Resource[], borrows = 1_000_000) =>
  estimate({ stage, backbone: 'kafka', volume: { borrows, orders: 0 } }, resources, measured);
const priced = (resources: readonly Resource[], borrows?: number) =>
  withResources([...functions, ...resources], borrows);
const cents = (bill: { lines: readonly { what: string; cents: number }[] }) =>
  Object.fromEntries(bill.lines.map(({ what, cents }) => [what, cents]));

describe('the floor of a stage', () => {
  it('is what its templates have that is paid for by the month', () => {
    const { floor } = priced([
      of('AWS::KMS::Key'),
      of('AWS::CloudWatch::Alarm'),
      of('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface', SubnetIds: ['a', 'b'] }),
      of('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' }),
      of('AWS::Lambda::EventSourceMapping', { BatchSize: 10 }),
    ]);
    expect(cents(floor)).toEqual({ keys: 100, alarms: 10, 'interface endpoints': 1460, 'polls of empty queues': 26 });
    expect(floor.totalCents).toBe(100 + 10 + 1460 + 26);
  });

  it('counts the partitions of topics only where there is a cluster of ours', () => {
    const topics = of('AWS::Lambda::Function', { Environment: { Variables: { TOPICS: 'loan,card' } } });
    expect(priced([topics]).floor.lines).toEqual([]);
    expect(cents(priced([topics, of('AWS::MSK::ServerlessCluster')]).floor)).toEqual({
      'MSK Serverless': 54_750,
      'partitions of topics (12)': 1314,
    });
  });

  it('has the brokers of a cluster and their disks, and refuses a broker without a price', () => {
    const cluster = (InstanceType: string) =>
      of('AWS::MSK::Cluster', {
        NumberOfBrokerNodes: 2,
        BrokerNodeGroupInfo: { InstanceType, StorageInfo: { EBSStorageInfo: { VolumeSize: 10 } } },
      });
    expect(cents(priced([cluster('kafka.t3.small')]).floor)).toEqual({
      'brokers (2 x kafka.t3.small)': 6658,
      'disks of brokers': 200,
    });
    expect(() => priced([cluster('kafka.x99.huge')])).toThrow('kafka.x99.huge');
  });

  it('lets ten pollers of a group share a unit', () => {
    const shared = priced(Array.from({ length: 10 }, () => poller('one'))).floor.totalCents;
    expect(shared).toBe(13_505);
    expect(priced(Array.from({ length: 11 }, () => poller('one'))).floor.totalCents).toBe(2 * shared);
    expect(priced([poller('one'), poller('another')]).floor.totalCents).toBe(2 * shared);
  });

  it('is refused while nobody has said what a type costs', () =>
    expect(() => priced([of('AWS::Redshift::Cluster')])).toThrow('AWS::Redshift::Cluster'));
});

describe('what is used', () => {
  it('is priced by how often it is done', () => {
    expect(cents(priced([]).borrows)).toEqual({
      'requests of the API': 200,
      invocations: 40,
      // A tenth of a second of 512 MB and two tenths of 1024 MB.
      'time of functions': 333,
      'writes of tables': 500,
      'requests of queues': 160,
      mails: 10_000,
      signatures: 1_500,
      'uses of keys': 600,
    });
    expect(priced([], 0).borrows.totalCents).toBe(0);
  });

  it('is not priced with a stage that lacks a function that was measured', () =>
    expect(() => withResources([fn('borrow', 512)])).toThrow('notices'));
});

describe('the committed measurement', () => {
  it('has both backbones, and what each journey used', () => {
    const { kafka, eventbridge } = readMeasured();
    for (const { journeys } of [kafka, eventbridge])
      expect(Object.keys(journeys.borrow.used)).toEqual(
        expect.arrayContaining(['api-requests', 'calls', 'write-units', 'read-units', 'invocations', 'milliseconds']),
      );
    expect(kafka.journeys.borrow.used['topic-bytes-in']).toBeDefined();
    expect(eventbridge.journeys.borrow.used['queue-messages']).toBeDefined();
  });
});
