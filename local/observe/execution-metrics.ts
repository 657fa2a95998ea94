import type { Execution, Status } from '../states/execution-store.ts';
import type { MetricRegistry } from './metric-registry.ts';

const ends: Readonly<Record<Exclude<Status, 'RUNNING'>, string>> = {
  SUCCEEDED: 'ExecutionsSucceeded',
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
};

/** Counts what Step Functions counts in `AWS/States`: how executions begin and end, and how long they took (milliseconds). */
export const recordExecution = (execution: Execution, metrics: MetricRegistry): void => {
  const { status, machineArn, startDate, stopDate, redriveCount } = execution;
  const count = (name: string, value = 1) =>
    metrics.observe(`AWS/States_${name}`, { StateMachineArn: machineArn }, value);
  if (status === 'RUNNING') count(redriveCount === 0 ? 'ExecutionsStarted' : 'ExecutionsRedriven');
  else count(ends[status]);
  if (stopDate !== null) count('ExecutionTime', stopDate - startDate);
};
