import * as z from 'zod';

/** What flows through a state machine. */
export type Json = z.core.util.JSONType;

const Path = z.string().nullable().optional();
const Target = { Next: z.string().optional(), End: z.boolean().optional() };
const Common = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
  InputPath: Path,
  OutputPath: Path,
};

const Retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.number().default(1),
  MaxAttempts: z.number().int().min(0).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.number().optional(),
  JitterStrategy: z.enum(['NONE', 'FULL']).default('NONE'),
});
/** When and how a failed state is tried again. */
export type Retrier = z.infer<typeof Retrier>;

const Catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  Next: z.string(),
  ResultPath: Path,
});
/** Where a failed state that is not tried again leads. */
export type Catcher = z.infer<typeof Catcher>;

const Fallible = {
  ResultSelector: z.json().optional(),
  ResultPath: Path,
  Retry: z.array(Retrier).default([]),
  Catch: z.array(Catcher).default([]),
};

export const TaskState = z.strictObject({
  ...Common,
  ...Target,
  ...Fallible,
  Type: z.literal('Task'),
  Resource: z.string(),
  Parameters: z.json().optional(),
  TimeoutSeconds: z.number().optional(),
  TimeoutSecondsPath: z.string().optional(),
  HeartbeatSeconds: z.number().optional(),
  HeartbeatSecondsPath: z.string().optional(),
});
export type TaskState = z.infer<typeof TaskState>;

export const PassState = z.strictObject({
  ...Common,
  ...Target,
  Type: z.literal('Pass'),
  Parameters: z.json().optional(),
  Result: z.json().optional(),
  ResultPath: Path,
});
export type PassState = z.infer<typeof PassState>;

export const WaitState = z.strictObject({
  ...Common,
  ...Target,
  Type: z.literal('Wait'),
  Seconds: z.number().optional(),
  SecondsPath: z.string().optional(),
  Timestamp: z.string().optional(),
  TimestampPath: z.string().optional(),
});
export type WaitState = z.infer<typeof WaitState>;

export const ChoiceState = z.strictObject({
  ...Common,
  Type: z.literal('Choice'),
  Choices: z.array(z.looseObject({ Next: z.string() })).min(1),
  Default: z.string().optional(),
});
export type ChoiceState = z.infer<typeof ChoiceState>;

export const SucceedState = z.strictObject({ ...Common, Type: z.literal('Succeed') });
export type SucceedState = z.infer<typeof SucceedState>;

export const FailState = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  ErrorPath: z.string().optional(),
  Cause: z.string().optional(),
  CausePath: z.string().optional(),
});
export type FailState = z.infer<typeof FailState>;

/** The branches are read one by one, because states nest. */
export const ParallelState = z.strictObject({
  ...Common,
  ...Target,
  ...Fallible,
  Type: z.literal('Parallel'),
  Parameters: z.json().optional(),
  Branches: z.array(z.json()),
});
export type ParallelState = z.infer<typeof ParallelState>;

export const MapState = z.strictObject({
  ...Common,
  ...Target,
  ...Fallible,
  Type: z.literal('Map'),
  ItemsPath: z.string().optional(),
  ItemSelector: z.json().optional(),
  Parameters: z.json().optional(),
  MaxConcurrency: z.number().int().min(0).optional(),
  MaxConcurrencyPath: z.string().optional(),
  ItemProcessor: z.json().optional(),
  Iterator: z.json().optional(),
});
export type MapState = z.infer<typeof MapState>;

export const AnyState = z.discriminatedUnion('Type', [
  TaskState,
  PassState,
  WaitState,
  ChoiceState,
  SucceedState,
  FailState,
  ParallelState,
  MapState,
]);
