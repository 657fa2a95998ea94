import type { Json } from './asl-states.ts';
import type { NewEvent } from './journal.ts';
import type { Failure } from './state-failure.ts';

const whole = { truncated: false };
const text = (value: Json): string => JSON.stringify(value);
const said = ({ error, cause }: Failure) => ({ error, ...(cause !== undefined && { cause }) });

/** The events of an execution as a whole. */
export const executionEvents = {
  started: (input: string, roleArn: string): NewEvent => ({
    type: 'ExecutionStarted',
    executionStartedEventDetails: { input, inputDetails: whole, roleArn },
  }),
  succeeded: (output: string): NewEvent => ({
    type: 'ExecutionSucceeded',
    executionSucceededEventDetails: { output, outputDetails: whole },
  }),
  failed: (failure: Failure): NewEvent => ({ type: 'ExecutionFailed', executionFailedEventDetails: said(failure) }),
  timedOut: (): NewEvent => ({ type: 'ExecutionTimedOut', executionTimedOutEventDetails: {} }),
  aborted: (error?: string, cause?: string): NewEvent => ({
    type: 'ExecutionAborted',
    executionAbortedEventDetails: { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) },
  }),
  redriven: (redriveCount: number): NewEvent => ({
    type: 'ExecutionRedriven',
    executionRedrivenEventDetails: { redriveCount },
  }),
};

/** A state is entered with its raw input and left with its output. */
export const stateEvents = {
  entered: (type: string, name: string, input: Json): NewEvent => ({
    type: `${type}StateEntered`,
    stateEnteredEventDetails: { name, input: text(input), inputDetails: whole },
  }),
  exited: (type: string, name: string, output: Json): NewEvent => ({
    type: `${type}StateExited`,
    stateExitedEventDetails: { name, output: text(output), outputDetails: whole },
  }),
};

/** Which integration a Task names: `lambda:invoke`, or a function's own ARN. */
export interface TaskResource {
  resource: string;
  region: string;
}

const isIntegration = ({ resource }: TaskResource) => resource.startsWith('arn:aws:states:');
const integration = ({ resource }: TaskResource) => {
  const [, kind = '', action = ''] = /:states:[^:]*:[^:]*:([^:]+):(.+)$/.exec(resource) ?? [];
  return { resourceType: kind, resource: action };
};

/** What a task was given, as the history tells it. */
export interface Scheduled extends TaskResource {
  parameters: Json;
  timeoutSeconds?: number | undefined;
  heartbeatSeconds?: number | undefined;
}

const limits = ({ timeoutSeconds, heartbeatSeconds }: Scheduled) => ({
  ...(timeoutSeconds !== undefined && { timeoutInSeconds: timeoutSeconds }),
  ...(heartbeatSeconds !== undefined && { heartbeatInSeconds: heartbeatSeconds }),
});

/** The life of one attempt of a task. */
export const taskEvents = {
  scheduled: (task: Scheduled): NewEvent[] =>
    isIntegration(task)
      ? [
          {
            type: 'TaskScheduled',
            taskScheduledEventDetails: {
              ...integration(task),
              region: task.region,
              parameters: text(task.parameters),
              ...limits(task),
            },
          },
          { type: 'TaskStarted', taskStartedEventDetails: integration(task) },
        ]
      : [
          {
            type: 'LambdaFunctionScheduled',
            lambdaFunctionScheduledEventDetails: {
              resource: task.resource,
              input: text(task.parameters),
              inputDetails: whole,
              ...limits(task),
            },
          },
          { type: 'LambdaFunctionStarted' },
        ],
  submitted: (task: TaskResource, output: Json): NewEvent => ({
    type: 'TaskSubmitted',
    taskSubmittedEventDetails: { ...integration(task), output: text(output), outputDetails: whole },
  }),
  succeeded: (task: TaskResource, output: Json): NewEvent =>
    isIntegration(task)
      ? {
          type: 'TaskSucceeded',
          taskSucceededEventDetails: { ...integration(task), output: text(output), outputDetails: whole },
        }
      : {
          type: 'LambdaFunctionSucceeded',
          lambdaFunctionSucceededEventDetails: { output: text(output), outputDetails: whole },
        },
  failed: (task: TaskResource, failure: Failure): NewEvent => {
    const how =
      failure.error === 'States.Timeout' || failure.error === 'States.HeartbeatTimeout' ? 'TimedOut' : 'Failed';
    return isIntegration(task)
      ? { type: `Task${how}`, [`task${how}EventDetails`]: { ...integration(task), ...said(failure) } }
      : { type: `LambdaFunction${how}`, [`lambdaFunction${how}EventDetails`]: said(failure) };
  },
};

/** The life of a Parallel state and of a Map state. */
export const fanEvents = {
  parallelStarted: (): NewEvent => ({ type: 'ParallelStateStarted' }),
  parallelSucceeded: (): NewEvent => ({ type: 'ParallelStateSucceeded' }),
  parallelFailed: (): NewEvent => ({ type: 'ParallelStateFailed' }),
  mapStarted: (length: number): NewEvent => ({ type: 'MapStateStarted', mapStateStartedEventDetails: { length } }),
  mapSucceeded: (): NewEvent => ({ type: 'MapStateSucceeded' }),
  mapFailed: (): NewEvent => ({ type: 'MapStateFailed' }),
  iteration: (how: 'Started' | 'Succeeded' | 'Failed' | 'Aborted', name: string, index: number): NewEvent => ({
    type: `MapIteration${how}`,
    [`mapIteration${how}EventDetails`]: { name, index },
  }),
};
