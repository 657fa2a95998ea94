// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how Fn::Sub is written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCloudAssembly } from './cloud-assembly.ts';
import { givenAssembly, givenWorld, scratchDir, writeAssembly } from './given-assembly.ts';
import { resolveAssembly } from './resolve-assembly.ts';

type Template = Record<string, unknown>;
const resolved = (stacks: Record<string, Template>) => resolveAssembly(givenAssembly({ stacks }), givenWorld);

/** Resolves `value` inside a stack that has a table, a queue and whatever else is given. */
const resolvedValue = (value: unknown, more: Template = {}): unknown => {
  const stack = {
    ...more,
    Resources: {
      Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'events' } },
      Queue: { Type: 'AWS::SQS::Queue' },
      Probe: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/probe', Kept: 1, Value: value } },
    },
  };
  return resolved({ Shop: stack }).resources.find(({ logicalId }) => logicalId === 'Probe')?.properties.Value;
};

describe('an intrinsic function', () => {
  it.each([
    ['Ref to a resource', { Ref: 'Table' }, 'events'],
    ['Ref to a queue is its URL', { Ref: 'Queue' }, 'http://127.0.0.1:4566/000000000000/Shop-Queue'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'ap-northeast-1'],
    [
      'GetAtt as a list',
      { 'Fn::GetAtt': ['Table', 'Arn'] },
      'arn:aws:dynamodb:ap-northeast-1:000000000000:table/events',
    ],
    ['GetAtt as text', { 'Fn::GetAtt': 'Queue.QueueName' }, 'Shop-Queue'],
    [
      'Sub',
      { 'Fn::Sub': '${AWS::StackName}/${Table}/${Queue.Arn}/${!kept}' },
      'Shop/events/arn:aws:sqs:ap-northeast-1:000000000000:Shop-Queue/${kept}',
    ],
    [
      'Sub with variables',
      { 'Fn::Sub': ['${who} in ${AWS::AccountId}', { who: { Ref: 'Table' } }] },
      'events in 000000000000',
    ],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Table' }, 3]] }, 'a-events-3'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['Base64', { 'Fn::Base64': 'hello' }, 'aGVsbG8='],
    ['NoValue inside a list', ['a', { Ref: 'AWS::NoValue' }, 'b'], ['a', 'b']],
    ['NoValue of a property', { Ref: 'AWS::NoValue' }, undefined],
  ])('%s', (_, value, expected) => expect(resolvedValue(value)).toEqual(expected));

  it('takes parameters from the runtime, then the default', () => {
    const Parameters = { KafkaBrokers: { Type: 'String', Default: 'none' }, Days: { Type: 'Number', Default: 14 } };
    expect(resolvedValue({ 'Fn::Sub': '${KafkaBrokers} ${Days}' }, { Parameters })).toBe('127.0.0.1:9092 14');
  });

  it('chooses by conditions and looks into mappings', () => {
    const more = {
      Conditions: {
        Local: { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, '000000000000'] },
        Remote: { 'Fn::Not': [{ Condition: 'Local' }] },
        Both: { 'Fn::And': [{ Condition: 'Local' }, { Condition: 'Remote' }] },
        One: { 'Fn::Or': [{ Condition: 'Local' }, { Condition: 'Remote' }] },
      },
      Mappings: { Days: { local: { kept: 7 } } },
    };
    const nested = {
      'Fn::If': ['One', { 'Fn::If': ['Both', 'both', { 'Fn::FindInMap': ['Days', 'local', 'kept'] }] }, 'none'],
    };
    expect(resolvedValue(nested, more)).toBe(7);
  });
});

describe('an assembly', () => {
  it('carries exports of one stack into another', () => {
    const { resources, outputs } = resolved({
      User: {
        Resources: { P: { Type: 'AWS::SSM::Parameter', Properties: { Value: { 'Fn::ImportValue': 'shared-table' } } } },
      },
      Shared: {
        Resources: { T: { Type: 'AWS::DynamoDB::Table' } },
        Outputs: { Table: { Value: { Ref: 'T' }, Export: { Name: 'shared-table' } } },
      },
    });
    expect(resources[0]?.properties.Value).toBe('Shared-T');
    expect(outputs).toEqual({ 'Shared.Table': 'Shared-T' });
  });

  it('carries parameters that one stack writes into another', () => {
    const { resources } = resolved({
      User: {
        Parameters: { Told: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/told/table' } },
        Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Told' } } } },
      },
      Owner: {
        Resources: {
          T: { Type: 'AWS::DynamoDB::Table' },
          P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/told/table', Value: { Ref: 'T' } } },
        },
      },
    });
    expect(resources[0]?.properties.QueueName).toBe('Owner-T');
  });

  it('refuses a parameter that no stack writes, and names it', () => {
    const Parameters = { Told: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/told/nobody' } };
    const Resources = { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Told' } } } };
    expect(() => resolved({ S: { Parameters, Resources } })).toThrow(
      expect.objectContaining({ reason: 'unknown-parameter', at: '/told/nobody' }),
    );
  });

  it('leaves out resources whose condition does not hold', () => {
    const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
    const Resources = { Q: { Type: 'AWS::SQS::Queue', Condition: 'Never' } };
    expect(resolved({ S: { Conditions, Resources } }).resources).toEqual([]);
  });

  it('lists what means nothing offline, and still resolves names of it', () => {
    const { resources, skipped } = resolved({
      S: {
        Resources: {
          LogA: { Type: 'AWS::Logs::LogGroup' },
          LogB: { Type: 'AWS::Logs::LogGroup' },
          P: { Type: 'AWS::SSM::Parameter', Properties: { Value: { Ref: 'LogA' } } },
        },
      },
    });
    expect(skipped).toEqual([{ type: 'AWS::Logs::LogGroup', count: 2, why: expect.any(String) }]);
    expect(resources.map(({ properties }) => properties.Value)).toEqual(['S-LogA']);
  });

  it('reads nested assemblies', () => {
    const outer = scratchDir();
    mkdirSync(join(outer, 'inner'));
    writeAssembly({ stacks: { Inner: { Resources: {} } } }, join(outer, 'inner'));
    const artifacts = { Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'inner' } } };
    writeFileSync(join(outer, 'manifest.json'), JSON.stringify({ artifacts }));
    expect(readCloudAssembly(outer).stacks.map(({ name }) => name)).toEqual(['Inner']);
  });

  const parameter = (Value: unknown) => ({ Type: 'AWS::SSM::Parameter', Properties: { Value } });
  it.each([
    ['an unknown type', { Q: { Type: 'AWS::Kinesis::Stream' } }, 'unknown-type', 'S/Q'],
    [
      'an unknown attribute',
      { T: { Type: 'AWS::DynamoDB::Table' }, P: parameter({ 'Fn::GetAtt': ['T', 'Color'] }) },
      'unknown-attribute',
      'S/T.Color',
    ],
    ['an unknown resource', { P: parameter({ Ref: 'Nobody' }) }, 'unknown-reference', 'S/Nobody'],
    ['an unknown export', { P: parameter({ 'Fn::ImportValue': 'nothing' }) }, 'unknown-export', 'nothing'],
    ['an unknown function', { P: parameter({ 'Fn::Transform': {} }) }, 'unknown-intrinsic', 'S'],
    ['a cycle', { A: parameter({ Ref: 'B' }), B: parameter({ Ref: 'A' }) }, 'cycle', 'S/A'],
    [
      'a name that needs itself',
      { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Q' } } } },
      'cycle',
      'S',
    ],
  ])('refuses %s and names the place', (_, Resources, reason, at) => {
    expect(() => resolved({ S: { Resources } })).toThrow(expect.objectContaining({ reason, at }));
  });
});
