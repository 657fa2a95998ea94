import { describe, expect, it } from 'vitest';
import { isKafkaMapping, parseKafkaMapping } from './kafka-mapping.ts';

const managed = {
  FunctionName: 'listener',
  Topics: ['loans'],
  EventSourceArn: 'arn:aws:kafka:us-east-1:000000000000:cluster/bunko/1',
  AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'records' },
  StartingPosition: 'TRIM_HORIZON',
};
const selfManaged = {
  FunctionName: 'arn:aws:lambda:us-east-1:000000000000:function:listener:live',
  Topics: ['loans'],
  SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['127.0.0.1:9092'] } },
  SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'records' },
  StartingPosition: 'LATEST',
};
const provisioned = { ...managed, ProvisionedPollerConfig: { MinimumPollers: 1 } };

describe('the properties of a Kafka mapping', () => {
  it('are told from those of other sources', () => {
    expect(isKafkaMapping(managed)).toBe(true);
    expect(isKafkaMapping(selfManaged)).toBe(true);
    expect(isKafkaMapping({ EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:queue' })).toBe(false);
    expect(isKafkaMapping(undefined)).toBe(false);
  });

  it("have AWS's defaults", () => {
    expect(parseKafkaMapping('one', managed)).toEqual({
      uuid: 'one',
      functionName: 'listener',
      topic: 'loans',
      groupId: 'records',
      enabled: true,
      startingPosition: 'TRIM_HORIZON',
      eventSourceArn: managed.EventSourceArn,
      batchSize: 100,
      windowMs: 500,
      bisect: false,
      partialResponses: false,
    });
  });

  it('name the function by its name or ARN, and the group by the mapping when none is given', () => {
    expect(parseKafkaMapping('one', selfManaged)).toMatchObject({ functionName: 'listener', groupId: 'records' });
    const { SelfManagedKafkaEventSourceConfig: _, ...withoutGroup } = selfManaged;
    expect(parseKafkaMapping('one', withoutGroup).groupId).toBe('one');
  });

  it('may be text where CloudFormation means numbers and booleans', () => {
    const text = {
      BatchSize: '10',
      MaximumBatchingWindowInSeconds: '0.5',
      MaximumRetryAttempts: '2',
      MaximumRecordAgeInSeconds: '-1',
      BisectBatchOnFunctionError: 'true',
      Enabled: 'false',
    };
    const parsed = parseKafkaMapping('one', { ...provisioned, ...text });
    expect(parsed).toMatchObject({ batchSize: 10, windowMs: 500, maximumRetries: 2, bisect: true, enabled: false });
    expect(parsed.maximumAgeMs).toBeUndefined();
  });

  it.each([
    ['MaximumRetryAttempts', { MaximumRetryAttempts: 3 }],
    ['MaximumRecordAgeInSeconds', { MaximumRecordAgeInSeconds: 60 }],
    ['BisectBatchOnFunctionError', { BisectBatchOnFunctionError: true }],
    ['FunctionResponseTypes', { FunctionResponseTypes: ['ReportBatchItemFailures'] }],
    ['a Kafka topic', { DestinationConfig: { OnFailure: { Destination: 'kafka://given-up' } } }],
  ])('have %s only with provisioned pollers', (name, property) => {
    expect(() => parseKafkaMapping('one', { ...managed, ...property })).toThrow(name);
    expect(() => parseKafkaMapping('one', { ...provisioned, ...property })).not.toThrow();
  });

  it.each([
    ['two topics', { Topics: ['loans', 'holds'] }],
    ['no topic', { Topics: [] }],
    ['a filter', { FilterCriteria: { Filters: [{ Pattern: '{}' }] } }],
    ['a batch that is too large', { BatchSize: 10_001 }],
    ['a number that is none', { BatchSize: '' }],
    ['an unknown start', { StartingPosition: 'EARLIEST' }],
    ['a start by time without time', { StartingPosition: 'AT_TIMESTAMP' }],
    [
      'a destination nothing can be sent to',
      { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sns:x:y:z' } } },
    ],
    ['another source', { EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:queue' }],
  ])('are refused with %s', (_what, property) => {
    expect(() => parseKafkaMapping('one', { ...provisioned, ...property })).toThrow(
      'the Kafka mapping one is not valid',
    );
  });
});
