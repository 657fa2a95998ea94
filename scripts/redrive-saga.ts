import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  RedriveExecutionCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { accountOf } from './es/aws-calls.ts';
import { type Target, withTarget } from './es/target.ts';

const USAGE = `npm run redrive-saga -- <orderId> [--url <url> | --stage <name>]

Goes on with the saga of an order that failed, from the state where it did, and waits for its end.
  --url     a running local system (http://localhost:4000)
  --stage   a stage on AWS, by the credentials of the environment`;

/** Longer than every step with its retries; compensation may go on for longer. */
const PATIENCE_MS = 120_000;

const isMissing = (error: unknown) => error instanceof Error && error.name === 'ExecutionDoesNotExist';

const describeOf = async (client: SFNClient, executionArn: string): Promise<DescribeExecutionOutput | undefined> => {
  try {
    return await client.send(new DescribeExecutionCommand({ executionArn }));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** What an order may have: the execution that places it, and the one that gives everything back. */
const executionsOf = async (client: SFNClient, target: Target, orderId: string) => {
  const [region, account] = await Promise.all([client.config.region(), accountOf(target)]);
  const prefix = `arn:aws:states:${region}:${account}:execution:${target.name('order-saga')}:${orderId}`;
  const found = await Promise.all([prefix, `${prefix}-cancellation`].map((arn) => describeOf(client, arn)));
  return found.filter((execution) => execution !== undefined);
};

const shown = ({ name, status, error, cause }: DescribeExecutionOutput): string =>
  [`${name}  ${status}`, error, cause?.slice(0, 200)].filter(Boolean).join('  ');

const ended = async (client: SFNClient, executionArn: string): Promise<DescribeExecutionOutput | undefined> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const execution = await describeOf(client, executionArn);
    if (execution?.status !== 'RUNNING' || Date.now() > deadline) return execution;
    await pause(500);
  }
};

const redrive = async (target: Target, orderId: string): Promise<boolean> => {
  const client = new SFNClient(target.aws);
  try {
    const executions = await executionsOf(client, target, orderId);
    if (executions.length === 0) throw new Error(`the order ${orderId} has no saga`);
    for (const execution of executions) console.log(shown(execution));
    const failed = executions.filter(({ redriveStatus }) => redriveStatus === 'REDRIVABLE');
    if (failed.length === 0) console.log('there is nothing to redrive');
    let areWell = true;
    for (const { executionArn = '' } of failed) {
      await client.send(new RedriveExecutionCommand({ executionArn }));
      const after = await ended(client, executionArn);
      console.log(`redriven: ${after ? shown(after) : executionArn}`);
      areWell &&= after?.status === 'SUCCEEDED';
    }
    return areWell;
  } finally {
    client.destroy();
  }
};

const run = async (): Promise<void> => {
  const options = { url: { type: 'string' }, stage: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [orderId] = positionals;
  if (orderId === undefined) throw new Error('which order?');
  if (!(await withTarget(values, (target) => redrive(target, orderId)))) process.exitCode = 1;
};

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 2;
});
