import type { Executions } from '../states/executions.ts';
import type { Machine } from '../states/machine.ts';
import type { StateMachines } from '../states/state-machines.ts';
import { AwsFault } from './aws-fault.ts';

/** The largest input of an execution and output of a task, bytes. */
const DATA_LIMIT = 262_144;
// biome-ignore lint/suspicious/noControlCharactersInRegex: names must not hold them.
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** A name for an execution: 1 to 80 characters, none of those that Step Functions forbids. */
export const checkedName = (name: string): string => {
  if (name.length >= 1 && name.length <= 80 && !FORBIDDEN.test(name)) return name;
  throw new AwsFault('InvalidName', `Invalid Name: '${name}'`);
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** JSON that is not too large; `code` is the error for what is not. */
const checkedJson =
  (code: string) =>
  (text: string): string => {
    if (Buffer.byteLength(text) <= DATA_LIMIT && isJson(text)) return text;
    throw new AwsFault(code, `${code}: not JSON of at most ${DATA_LIMIT} bytes`);
  };
export const checkedInput = checkedJson('InvalidExecutionInput');
export const checkedOutput = checkedJson('InvalidOutput');

const isRefusal = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'reason' in error && error.reason === 'execution-refused' && 'code' in error;

/** Does `work`; what executions refuse is AWS's error of that name. */
export const refusals = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw isRefusal(error) ? new AwsFault(error.code, error.message) : error;
  }
};

/** All executions; before it is known what runs, callers are told to come again. */
export const runningExecutions = (machines: StateMachines): Executions => {
  const executions = machines.executions();
  if (!executions) throw new AwsFault('ServiceUnavailableException', 'The system is starting', 503);
  return executions;
};

/** The state machine of an ARN. */
export const machineAt = (machines: StateMachines, arn: string): Machine => {
  if (!/^arn:aws[^:]*:states:[^:]+:\d{12}:stateMachine:.+/.test(arn))
    throw new AwsFault('InvalidArn', `Invalid Arn: '${arn}'`);
  const machine = machines.byArn(arn);
  if (!machine) throw new AwsFault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return machine;
};
