import { randomUUID } from 'node:crypto';
import { functionNameOf } from '../event-sources/dynamodb-stream-mapping.ts';
import type { FunctionInvoker } from '../ports.ts';
import type { EventBuses } from './eventbridge-buses.ts';
import type { FailurePlan } from './eventbridge-rules.ts';
import type { QueueBook } from './sqs-queue-book.ts';

/** Why a target did not take an event. */
export interface Undelivered {
  errorType: string;
  errorMessage: string;
}

/** A kind of target that rules may name. */
export interface TargetKind {
  handles(arn: string): boolean;
  /** Hands the input over; answers why not when it failed. */
  deliver(arn: string, input: string): Promise<Undelivered | undefined>;
  /** Retries after a failure when the rule does not say. */
  retries(arn: string): number;
  /** Where an input goes that was given up, when this kind has a place of its own. */
  giveUp?(arn: string, input: string, why: Undelivered): boolean;
}

/** Retries of an asynchronous invocation, as on Lambda. */
const LAMBDA_RETRIES = 2;
/** EventBridge tries for a day, 185 times. */
const DELIVERY_RETRIES = 185;

/** Lambda functions: invoked asynchronously, with the failure plan of the function. */
export const functionTargets = (
  invoker: FunctionInvoker,
  plans: ReadonlyMap<string, FailurePlan>,
  queues: QueueBook,
): TargetKind => ({
  handles: (arn) => arn.includes(':lambda:'),
  retries: (arn) => plans.get(functionNameOf(arn))?.maximumRetries ?? LAMBDA_RETRIES,
  async deliver(arn, input) {
    const result = await invoker.invoke(functionNameOf(arn), asJson(input));
    return result.ok ? undefined : result;
  },
  giveUp(arn, input, why) {
    const plan = plans.get(functionNameOf(arn));
    if (plan?.onFailure !== undefined) queues.send(plan.onFailure, failureRecord(arn, input, why));
    else if (plan?.deadLetter !== undefined) queues.send(plan.deadLetter, input);
    else return false;
    return true;
  },
});

const failureRecord = (functionArn: string, input: string, why: Undelivered): string =>
  JSON.stringify({
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: { requestId: randomUUID(), functionArn, condition: 'RetriesExhausted' },
    requestPayload: asJson(input),
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: why,
  });

const asJson = (input: string): unknown => {
  try {
    return JSON.parse(input);
  } catch {
    return input;
  }
};

/** Queues: the input is the message's body. */
export const queueTargets = (queues: QueueBook): TargetKind => ({
  handles: (arn) => arn.includes(':sqs:'),
  retries: () => DELIVERY_RETRIES,
  async deliver(arn, input) {
    queues.send(arn, input);
    return undefined;
  },
});

/** Other buses: the event goes on as it is. */
export const busTargets = (buses: EventBuses): TargetKind => ({
  handles: (arn) => arn.includes(':event-bus/'),
  retries: () => DELIVERY_RETRIES,
  async deliver(arn, input) {
    if (!buses.has(arn)) return { errorType: 'NO_PERMISSIONS', errorMessage: `There is no bus ${arn}` };
    buses.put(arn, [JSON.parse(input)]);
    return undefined;
  },
});
