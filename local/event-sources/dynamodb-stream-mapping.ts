import * as z from 'zod';
import { type EventMatch, eventPattern } from '../aws/event-pattern.ts';
import { templateBoolean, templateNumber } from './mapping-numbers.ts';

/** An event source mapping from a table's stream to a function. */
export interface StreamMapping {
  /** Names the mapping's checkpoint; stable across restarts. */
  id: string;
  functionName: string;
  functionArn: string;
  tableName: string;
  /** The stream's ARN as the assembly says it; functions see this one. */
  streamArn: string;
  startAt: 'TRIM_HORIZON' | 'LATEST';
  batchSize: number;
  windowMs: number;
  parallel: number;
  /** -1 = for ever. */
  maximumRetries: number;
  /** -1 = any age. */
  maximumAgeSeconds: number;
  bisect: boolean;
  partialResponses: boolean;
  /** ARN of the queue for records that were given up. */
  onFailure: string | undefined;
  /** Whether a record is of interest; records that are not count as done. */
  wants: EventMatch;
}

const STREAM_ARN = /^arn:[^:]+:dynamodb:[^:]*:[^:]*:table\/([^/]+)\/stream\//;

const Properties = z.object({
  Enabled: templateBoolean.default(true),
  EventSourceArn: z.string().regex(STREAM_ARN),
  FunctionName: z.string(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  BatchSize: templateNumber.pipe(z.number().min(1).max(10_000)).default(100),
  MaximumBatchingWindowInSeconds: templateNumber.pipe(z.number().min(0).max(300)).default(0),
  ParallelizationFactor: templateNumber.pipe(z.number().min(1).max(10)).default(1),
  MaximumRetryAttempts: templateNumber.pipe(z.number().min(-1).max(10_000)).default(-1),
  MaximumRecordAgeInSeconds: templateNumber.pipe(z.union([z.literal(-1), z.number().min(60)])).default(-1),
  BisectBatchOnFunctionError: templateBoolean.default(false),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })).default([]) }).optional(),
});

const Source = z.looseObject({ EventSourceArn: z.string().regex(STREAM_ARN) });

/** Whether the properties of an `AWS::Lambda::EventSourceMapping` name a table's stream. */
export const isStreamMapping = (properties: unknown): boolean => Source.safeParse(properties).success;

/**
 * Reads the properties of an `AWS::Lambda::EventSourceMapping` with a stream as its source; undefined when it is not
 * enabled. `id` must stay the same across restarts. Throws a ZodError that names what is wrong.
 */
export const parseStreamMapping = (id: string, properties: unknown): StreamMapping | undefined => {
  const given = Properties.parse(properties);
  if (!given.Enabled) return undefined;
  const patterns = given.FilterCriteria?.Filters.map(({ Pattern }) => eventPattern(Pattern)) ?? [];
  return {
    id,
    functionName: functionNameOf(given.FunctionName),
    functionArn: given.FunctionName,
    tableName: STREAM_ARN.exec(given.EventSourceArn)?.[1] ?? '',
    streamArn: given.EventSourceArn,
    startAt: given.StartingPosition,
    batchSize: given.BatchSize,
    windowMs: given.MaximumBatchingWindowInSeconds * 1_000,
    parallel: given.ParallelizationFactor,
    maximumRetries: given.MaximumRetryAttempts,
    maximumAgeSeconds: given.MaximumRecordAgeInSeconds,
    bisect: given.BisectBatchOnFunctionError,
    partialResponses: given.FunctionResponseTypes.length > 0,
    onFailure: given.DestinationConfig?.OnFailure?.Destination,
    wants: (record) => patterns.length === 0 || patterns.some((matches) => matches(record)),
  };
};

/** Functions are named by name or by ARN, the ARN with or without a version. */
export const functionNameOf = (nameOrArn: string): string => /:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
