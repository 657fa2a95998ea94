import * as z from 'zod';
import { endpointOf, signedClient } from '../../../platform/signed-client.ts';
import { TransientFault } from '../../outside-fault.ts';
import type { Executions } from './executions.ts';

const RETRIES = 2;
const Refusal = z.object({ __type: z.string() });

/** Step Functions did not do as it was told. `reason` is the name of its error. */
export class StepFunctionsRefused extends Error {
  override readonly name = 'StepFunctionsRefused';
  readonly reason: string;
  constructor(action: string, reason: string) {
    super(`Step Functions refused ${action}: ${reason}`);
    this.reason = reason;
  }
}

/** Sagas on Step Functions. Who only answers steps needs no state machine. */
export const stepFunctions = (
  stateMachineArn: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Executions => {
  const client = signedClient('states', RETRIES, environment);
  const call = async (action: string, body: object, harmless: readonly string[]): Promise<void> => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${action}` };
    const answer = await client
      .fetch(endpointOf('states', environment), { method: 'POST', headers, body: JSON.stringify(body) })
      .catch((cause: unknown) => {
        throw new TransientFault('Step Functions did not answer', { cause });
      });
    const text = await answer.text();
    if (answer.ok) return;
    if (answer.status >= 500) throw new TransientFault(`Step Functions answered ${answer.status}`);
    // The name may come with its namespace in front.
    const reason = Refusal.parse(JSON.parse(text)).__type.replace(/^.*#/, '');
    if (!harmless.includes(reason)) throw new StepFunctionsRefused(action, reason);
  };
  return {
    start: (name, input, traceHeader) =>
      call(
        'StartExecution',
        { stateMachineArn, name, input: JSON.stringify(input), ...(traceHeader !== undefined && { traceHeader }) },
        ['ExecutionAlreadyExists'],
      ),
    answer: (taskToken, answer) =>
      call('SendTaskSuccess', { taskToken, output: JSON.stringify(answer) }, [
        'TaskTimedOut',
        'TaskDoesNotExist',
        'InvalidToken',
      ]),
  };
};
