import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  type IChainable,
  IntegrationPattern,
  JitterType,
  JsonPath,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { CompensationStep, ForwardStep } from '../../events/shop/saga-step.ts';

/** The way there, in its order: how long each step may take, and where the way back begins when it is not done. */
export const wayThere = [
  { step: 'reserve-stock', seconds: 30, undoneFrom: 'release-stock' },
  { step: 'authorize-payment', seconds: 60, undoneFrom: 'void-payment' },
  { step: 'arrange-shipping', seconds: 45, undoneFrom: 'cancel-shipping' },
  { step: 'capture-payment', seconds: 60, undoneFrom: 'refund-payment' },
  { step: 'confirm-order', seconds: 10, undoneFrom: 'refund-payment' },
] as const satisfies readonly { step: ForwardStep; seconds: number; undoneFrom: CompensationStep }[];

/** The way back, in its order; each step looks for itself whether there is anything to give back. */
export const wayBack = [
  'refund-payment',
  'cancel-shipping',
  'void-payment',
  'release-stock',
  'close-order',
] as const satisfies readonly CompensationStep[];

/** What runs: a function for each step, and those that look after steps that could not be done. */
export type SagaFunction = ForwardStep | CompensationStep | 'ask-carrier' | 'record-given-up' | 'call-person';

/** How long anything but the way there may take. */
const SECONDS = 60;

/** Faults that may pass: the outside's by the names our steps give them, and those of Lambda itself. A business refusal is none. */
const PASSING = [
  'TransientFault',
  'OutcomeUnknown',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Runtime.ExitError',
  'Sandbox.Timedout',
];
const thrice = {
  errors: PASSING,
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxAttempts: 3,
  jitterStrategy: JitterType.FULL,
};
/** Its limit is short and everything is paid by then: a slow moment alone gives nothing back. */
const alsoWhenSlow = { ...thrice, errors: [...PASSING, 'States.Timeout'] };
/** Whatever it is, giving back is tried for minutes before a person is called. */
const forMinutes = {
  errors: ['States.ALL'],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxAttempts: 8,
  maxDelay: Duration.seconds(60),
  jitterStrategy: JitterType.FULL,
};
/** Only a person can get it back, so it is not tried again. */
const never = { errors: ['ParcelOnItsWay'], maxAttempts: 0 };

/** ReserveStock, as the console shows it. */
const shown = (step: string) => step.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

/** What every function is told: whose order, and when. Everything else is on the order's stream. */
const told = {
  orderId: JsonPath.stringAt('$.orderId'),
  correlationId: JsonPath.stringAt('$.correlationId'),
  at: JsonPath.stringAt('$$.State.EnteredTime'),
  startedAt: JsonPath.stringAt('$$.Execution.StartTime'),
};
const ERROR = { errors: ['States.ALL'], resultPath: '$.error' };
const itsError = { error: JsonPath.stringAt('$.error.Error') };

/** The saga of an order: the way there step by step, and from wherever it ends the way back. */
export const orderSaga = (scope: Construct, functionOf: (name: SagaFunction) => IFunction): IChainable => {
  const back = theWayBack(scope, functionOf);
  const confirmed: IChainable = new Succeed(scope, 'Confirmed');
  const there = wayThere.reduceRight<IChainable>((next, { step, seconds, undoneFrom }) => {
    const undone = back(undoneFrom);
    const isDone = new Choice(scope, `${shown(step)} done?`)
      .when(Condition.stringEquals('$.step.outcome', 'done'), next)
      .otherwise(undone);
    const gaveUp = new LambdaInvoke(scope, `${shown(step)} gave up`, {
      ...task(functionOf('record-given-up'), SECONDS, { ...told, ...itsError, step }),
      ...itsOutcome,
    });
    gaveUp.addRetry(forMinutes).addCatch(undone, ERROR).next(isDone);
    return theStep(scope, functionOf, { step, seconds }, gaveUp, isDone);
  }, confirmed);
  return new Choice(scope, 'Where to begin?')
    .when(Condition.stringEquals('$.begin', 'give-back'), back('refund-payment'))
    .otherwise(there);
};

const task = (lambdaFunction: IFunction, seconds: number, payload: Readonly<Record<string, unknown>>) => ({
  lambdaFunction,
  payload: TaskInput.fromObject(payload),
  taskTimeout: Timeout.duration(Duration.seconds(seconds)),
  retryOnServiceExceptions: false,
});
const itsOutcome = { resultSelector: { outcome: JsonPath.stringAt('$.Payload.outcome') }, resultPath: '$.step' };

const theStep = (
  scope: Construct,
  functionOf: (name: SagaFunction) => IFunction,
  { step, seconds }: { step: ForwardStep; seconds: number },
  gaveUp: LambdaInvoke,
  isDone: Choice,
): IChainable => {
  if (step !== 'arrange-shipping') {
    const doing = new LambdaInvoke(scope, shown(step), { ...task(functionOf(step), seconds, told), ...itsOutcome });
    doing
      .addRetry(step === 'confirm-order' ? alsoWhenSlow : thrice)
      .addCatch(gaveUp, ERROR)
      .next(isDone);
    return doing;
  }
  const asking = new LambdaInvoke(scope, 'AskCarrier', {
    ...task(functionOf('ask-carrier'), SECONDS, told),
    ...itsOutcome,
  });
  asking.addRetry(thrice).addCatch(gaveUp, ERROR).next(isDone);
  // The carrier answers later, by the token; when it has not in time, it is asked what became of the request.
  const waiting = new LambdaInvoke(scope, shown(step), {
    ...task(functionOf(step), seconds, { ...told, replyTo: JsonPath.taskToken }),
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    resultPath: '$.step',
  });
  waiting
    .addRetry(thrice)
    .addCatch(asking, { errors: ['States.Timeout'], resultPath: '$.error' })
    .addCatch(gaveUp, ERROR)
    .next(isDone);
  return waiting;
};

/** Where the way back begins, by step. A step that cannot be done ends the execution as failed; redriven, it begins anew. */
const theWayBack = (scope: Construct, functionOf: (name: SagaFunction) => IFunction) => {
  const steps = new Map<CompensationStep, LambdaInvoke>();
  const at = (step: CompensationStep): LambdaInvoke => {
    const state = steps.get(step);
    if (!state) throw new Error(`${step} is not on the way back`);
    return state;
  };
  let next: IChainable = new Succeed(scope, 'Closed');
  for (const step of wayBack.toReversed()) {
    const undoing = new LambdaInvoke(scope, shown(step), {
      ...task(functionOf(step), SECONDS, told),
      resultPath: JsonPath.DISCARD,
    });
    undoing.next(next);
    steps.set(step, undoing);
    next = undoing;
  }
  const goesOn = new Choice(scope, 'Goes on?')
    .when(Condition.stringEquals('$.step.outcome', 'over'), new Succeed(scope, 'Over'))
    .otherwise(at('refund-payment'));
  for (const [step, undoing] of steps) {
    const redrives = JsonPath.numberAt('$$.Execution.RedriveCount');
    const calling = new LambdaInvoke(scope, `${shown(step)} needs attention`, {
      ...task(functionOf('call-person'), SECONDS, { ...told, ...itsError, step, redrives }),
      ...itsOutcome,
    });
    calling.addRetry(thrice).next(goesOn);
    undoing.addRetry(never).addRetry(forMinutes).addCatch(calling, ERROR);
  }
  return at;
};
