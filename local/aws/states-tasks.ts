import * as z from 'zod';
import type { AccessRequest } from '../ports.ts';
import { executionOfToken, type Outcome } from '../states/open-tasks.ts';
import type { StateMachines } from '../states/state-machines.ts';
import { type Operation, operation } from './json-protocol.ts';
import { checkedOutput, refusals, runningExecutions } from './states-checks.ts';

const Token = z.object({ taskToken: z.string().min(1).max(2_048) });
const Success = Token.extend({ output: z.string() });
const Failure = Token.extend({ error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() });

/** A token tells whose task it is for; what is no token is refused as such, to everybody. */
const access =
  (machines: StateMachines, action: string) =>
  ({ taskToken }: { taskToken: string }): AccessRequest[] => {
    const arn = executionOfToken(taskToken);
    const machine = arn === undefined ? undefined : machines.store.find(arn)?.machineArn;
    return machine === undefined ? [] : [{ action: `states:${action}`, resource: machine }];
  };

/** The answers to tasks that wait for a token. */
export const taskOperations = (machines: StateMachines): Record<string, Operation> => {
  const settle = (token: string, outcome: Outcome) => {
    refusals(() => runningExecutions(machines).settle(token, outcome));
    return {};
  };
  return {
    SendTaskSuccess: operation(Success, access(machines, 'SendTaskSuccess'), ({ taskToken, output }) =>
      settle(taskToken, { ok: true, result: z.json().parse(JSON.parse(checkedOutput(output))) }),
    ),
    SendTaskFailure: operation(Failure, access(machines, 'SendTaskFailure'), ({ taskToken, error = '', cause }) =>
      settle(taskToken, {
        ok: false,
        failure: { error, catchable: true, ...(cause !== undefined && { cause }) },
      }),
    ),
    SendTaskHeartbeat: operation(Token, access(machines, 'SendTaskHeartbeat'), ({ taskToken }) => {
      refusals(() => runningExecutions(machines).heartbeat(taskToken));
      return {};
    }),
  };
};
