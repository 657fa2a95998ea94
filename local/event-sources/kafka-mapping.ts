import * as z from 'zod';
import { templateBoolean, templateNumber } from './mapping-numbers.ts';

/** One Kafka event source mapping of the assembly. Times are in milliseconds, whatever the template's unit. */
export interface KafkaMapping {
  uuid: string;
  functionName: string;
  topic: string;
  groupId: string;
  enabled: boolean;
  startingPosition: 'TRIM_HORIZON' | 'LATEST' | 'AT_TIMESTAMP';
  /** Only with AT_TIMESTAMP. */
  startingTimestamp?: number;
  batchSize: number;
  windowMs: number;
  /** Absent for a self-managed cluster. */
  eventSourceArn?: string;
  /** How often a batch is tried again; undefined for "until it succeeds". */
  maximumRetries?: number;
  /** Older records go to the failure destination untried; undefined for "never too old". */
  maximumAgeMs?: number;
  bisect: boolean;
  partialResponses: boolean;
  /** An SQS ARN or `kafka://topic`; without one, records that are given up are dropped with a log line. */
  onFailure?: string;
}

const integer = (min: number, max: number) => templateNumber.pipe(z.int().min(min).max(max));
const seconds = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number),
]);
/** CloudFormation's word for "without limit". */
const UNLIMITED = -1;
const GroupConfig = z.object({ ConsumerGroupId: z.string().min(1).optional() });

const Properties = z.object({
  FunctionName: z.string().min(1),
  Topics: z.array(z.string().min(1)).length(1, 'a Kafka mapping names exactly one topic'),
  EventSourceArn: z.string().optional(),
  SelfManagedEventSource: z
    .object({ Endpoints: z.object({ KafkaBootstrapServers: z.array(z.string()).min(1) }) })
    .optional(),
  AmazonManagedKafkaEventSourceConfig: GroupConfig.optional(),
  SelfManagedKafkaEventSourceConfig: GroupConfig.optional(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP']),
  StartingPositionTimestamp: seconds.optional(),
  BatchSize: integer(1, 10_000).default(100),
  MaximumBatchingWindowInSeconds: seconds.pipe(z.number().min(0).max(300)).default(0.5),
  MaximumRetryAttempts: integer(UNLIMITED, 10_000).optional(),
  MaximumRecordAgeInSeconds: integer(UNLIMITED, 604_800).optional(),
  BisectBatchOnFunctionError: templateBoolean.optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).optional(),
  FilterCriteria: z.object({ Filters: z.array(z.unknown()).optional() }).optional(),
  ProvisionedPollerConfig: z.record(z.string(), z.unknown()).optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string().min(1) }).optional() }).optional(),
  Enabled: templateBoolean.default(true),
});
type Properties = z.infer<typeof Properties>;

const KafkaSource = z.union([
  z.object({ EventSourceArn: z.string().regex(/^arn:[^:]+:kafka:/) }),
  z.object({ SelfManagedEventSource: z.object({ Endpoints: z.object({ KafkaBootstrapServers: z.unknown() }) }) }),
]);

/** Whether the properties of an `AWS::Lambda::EventSourceMapping` name Kafka as the source. */
export const isKafkaMapping = (properties: unknown): boolean => KafkaSource.safeParse(properties).success;

/** Reads the resolved CloudFormation properties. Throws, naming the mapping and the property, what AWS would refuse. */
export const parseKafkaMapping = (uuid: string, properties: unknown): KafkaMapping => {
  const parsed = Properties.safeParse(properties);
  if (!parsed.success) throw new Error(`the Kafka mapping ${uuid} is not valid: ${z.prettifyError(parsed.error)}`);
  const wanted = parsed.data;
  const refused = refusalOf(wanted);
  if (refused) throw new Error(`the Kafka mapping ${uuid} is not valid: ${refused}`);

  const { startingPosition, ...limits } = limitsOf(wanted);
  return {
    uuid,
    functionName: wanted.FunctionName.replace(/^arn:[^:]+:lambda:[^:]*:[^:]*:function:([^:]+).*$/, '$1'),
    topic: wanted.Topics[0] ?? '',
    groupId: groupOf(wanted) ?? uuid,
    enabled: wanted.Enabled,
    startingPosition,
    batchSize: wanted.BatchSize,
    windowMs: wanted.MaximumBatchingWindowInSeconds * 1_000,
    bisect: wanted.BisectBatchOnFunctionError ?? false,
    partialResponses: (wanted.FunctionResponseTypes ?? []).length > 0,
    ...limits,
    ...(wanted.EventSourceArn !== undefined && { eventSourceArn: wanted.EventSourceArn }),
    ...(wanted.DestinationConfig?.OnFailure && { onFailure: wanted.DestinationConfig.OnFailure.Destination }),
  };
};

const groupOf = ({ AmazonManagedKafkaEventSourceConfig, SelfManagedKafkaEventSourceConfig }: Properties) =>
  AmazonManagedKafkaEventSourceConfig?.ConsumerGroupId ?? SelfManagedKafkaEventSourceConfig?.ConsumerGroupId;

const limitsOf = (wanted: Properties) => {
  const { MaximumRetryAttempts: retries = UNLIMITED, MaximumRecordAgeInSeconds: age = UNLIMITED } = wanted;
  return {
    startingPosition: wanted.StartingPosition,
    ...(retries !== UNLIMITED && { maximumRetries: retries }),
    ...(age !== UNLIMITED && { maximumAgeMs: age * 1_000 }),
    ...(wanted.StartingPositionTimestamp !== undefined && {
      startingTimestamp: wanted.StartingPositionTimestamp * 1_000,
    }),
  };
};

const refusalOf = (wanted: Properties): string | undefined => {
  if (!isKafkaMapping(wanted)) return 'its source is not Kafka';
  if ((wanted.FilterCriteria?.Filters ?? []).length > 0) return 'FilterCriteria is not supported by the local runtime';
  if (wanted.StartingPosition === 'AT_TIMESTAMP' && wanted.StartingPositionTimestamp === undefined) {
    return 'AT_TIMESTAMP needs StartingPositionTimestamp';
  }
  if (wanted.ProvisionedPollerConfig) return destinationRefusal(wanted.DestinationConfig?.OnFailure?.Destination);
  const onlyProvisioned = [
    wanted.MaximumRetryAttempts !== undefined && 'MaximumRetryAttempts',
    wanted.MaximumRecordAgeInSeconds !== undefined && 'MaximumRecordAgeInSeconds',
    wanted.BisectBatchOnFunctionError !== undefined && 'BisectBatchOnFunctionError',
    (wanted.FunctionResponseTypes ?? []).length > 0 && 'FunctionResponseTypes',
    wanted.DestinationConfig?.OnFailure?.Destination.startsWith('kafka://') && 'a Kafka topic as OnFailure destination',
  ].filter((name) => typeof name === 'string');
  if (onlyProvisioned.length > 0) return `without ProvisionedPollerConfig AWS refuses ${onlyProvisioned.join(', ')}`;
  return destinationRefusal(wanted.DestinationConfig?.OnFailure?.Destination);
};

const destinationRefusal = (destination: string | undefined): string | undefined =>
  destination === undefined || /^(arn:[^:]+:sqs:|kafka:\/\/.)/.test(destination)
    ? undefined
    : 'an OnFailure destination has to be an SQS ARN or kafka://topic';
