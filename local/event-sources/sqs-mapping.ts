import * as z from 'zod';
import { type EventMatch, eventPattern } from '../aws/event-pattern.ts';
import { functionNameOf } from './dynamodb-stream-mapping.ts';
import { templateBoolean, templateNumber } from './mapping-numbers.ts';

/** An event source mapping from a queue to a function. */
export interface QueueMapping {
  queueArn: string;
  functionName: string;
  batchSize: number;
  windowMs: number;
  /** Invocations at once. */
  concurrency: number;
  partialResponses: boolean;
  /** Whether a message is of interest; others are deleted, as on AWS. */
  wants: EventMatch;
}

/** As many invocations as Lambda starts with for one queue. */
const DEFAULT_CONCURRENCY = 5;
const QUEUE_ARN = /^arn:[^:]+:sqs:/;

const Properties = z.object({
  Enabled: templateBoolean.default(true),
  EventSourceArn: z.string().regex(QUEUE_ARN),
  FunctionName: z.string(),
  BatchSize: templateNumber.pipe(z.number().min(1).max(10_000)).default(10),
  MaximumBatchingWindowInSeconds: templateNumber.pipe(z.number().min(0).max(300)).default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: templateNumber.optional() }).optional(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })).default([]) }).optional(),
});

const Source = z.looseObject({ EventSourceArn: z.string().regex(QUEUE_ARN) });

/** Whether the properties of an `AWS::Lambda::EventSourceMapping` name a queue. */
export const isQueueMapping = (properties: unknown): boolean => Source.safeParse(properties).success;

/** Reads an `AWS::Lambda::EventSourceMapping` with a queue as its source; undefined when it is not enabled. Throws a ZodError. */
export const parseQueueMapping = (properties: unknown): QueueMapping | undefined => {
  const given = Properties.parse(properties);
  if (!given.Enabled) return undefined;
  const patterns = given.FilterCriteria?.Filters.map(({ Pattern }) => eventPattern(Pattern)) ?? [];
  return {
    queueArn: given.EventSourceArn,
    functionName: functionNameOf(given.FunctionName),
    batchSize: given.BatchSize,
    windowMs: given.MaximumBatchingWindowInSeconds * 1_000,
    concurrency: given.ScalingConfig?.MaximumConcurrency ?? DEFAULT_CONCURRENCY,
    partialResponses: given.FunctionResponseTypes.length > 0,
    wants: (record) => patterns.length === 0 || patterns.some((matches) => matches(record)),
  };
};
