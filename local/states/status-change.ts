import type { NewEvent } from '../aws/eventbridge-buses.ts';
import type { Execution } from './execution-store.ts';

/** The event that Step Functions puts on the default bus when an execution begins, ends or goes on. */
export const statusChange = (execution: Execution): NewEvent => {
  const { arn, machineArn, name, status, startDate, stopDate, input, output, error, cause } = execution;
  const { redriveCount, redriveDate } = execution;
  const canBeRedriven = ['FAILED', 'TIMED_OUT', 'ABORTED'].includes(status);
  return {
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn: machineArn,
      name,
      status,
      startDate,
      stopDate,
      input,
      inputDetails: { included: true },
      output,
      outputDetails: output === null ? null : { included: true },
      stateMachineVersionArn: null,
      stateMachineAliasArn: null,
      redriveCount,
      redriveDate,
      redriveStatus: canBeRedriven ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
      redriveStatusReason: canBeRedriven ? null : `Execution is ${status} and cannot be redriven`,
      error,
      cause,
    },
  };
};
