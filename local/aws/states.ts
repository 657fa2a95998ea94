import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { newTraceHeader } from '../functions/function-runtime.ts';
import type { Log } from '../ports.ts';
import type { StateMachines } from '../states/state-machines.ts';
import type { AwsService } from './aws-service.ts';
import { jsonService, type Operation, operation } from './json-protocol.ts';
import { checkedInput, checkedName, machineAt, refusals, runningExecutions } from './states-checks.ts';
import { lookOperations } from './states-look.ts';
import { taskOperations } from './states-tasks.ts';

const Start = z.object({
  stateMachineArn: z.string(),
  name: z.string().optional(),
  input: z.string().default('{}'),
  traceHeader: z.string().optional(),
});
const ByExecution = z.object({ executionArn: z.string() });
const Stop = ByExecution.extend({ error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() });

/** Step Functions over the AWS JSON 1.0 protocol: the standard state machines of the template. */
export const statesService = (machines: StateMachines, log: Log): AwsService =>
  jsonService({
    names: ['states'],
    targets: ['AWSStepFunctions'],
    version: '1.0',
    log,
    operations: { ...runOperations(machines), ...lookOperations(machines), ...taskOperations(machines) },
  });

const runOperations = (machines: StateMachines): Record<string, Operation> => ({
  StartExecution: operation(
    Start,
    ({ stateMachineArn }) => [{ action: 'states:StartExecution', resource: stateMachineArn }],
    ({ stateMachineArn, name = randomUUID(), input, traceHeader }, headers) => {
      const machine = machineAt(machines, stateMachineArn);
      const traced = traceHeader ?? headers['x-amzn-trace-id'];
      const { arn, startDate } = refusals(() =>
        runningExecutions(machines).start({
          machine,
          name: checkedName(name),
          input: checkedInput(input),
          traceHeader: typeof traced === 'string' ? traced : newTraceHeader(),
        }),
      );
      return { executionArn: arn, startDate: startDate / 1_000 };
    },
  ),
  StopExecution: operation(
    Stop,
    ({ executionArn }) => [{ action: 'states:StopExecution', resource: executionArn }],
    ({ executionArn, error, cause }) => {
      const stopped = refusals(() => runningExecutions(machines).stop(executionArn, error, cause));
      return { stopDate: (stopped.stopDate ?? stopped.startDate) / 1_000 };
    },
  ),
  RedriveExecution: operation(
    ByExecution,
    ({ executionArn }) => [{ action: 'states:RedriveExecution', resource: executionArn }],
    ({ executionArn }) => {
      const { redriveDate, startDate } = refusals(() => runningExecutions(machines).redrive(executionArn));
      return { redriveDate: (redriveDate ?? startDate) / 1_000 };
    },
  ),
});
