import * as z from 'zod';
import { type Execution, type HistoryEvent, statuses } from '../states/execution-store.ts';
import { whyNotRedrivable } from '../states/redrivable.ts';
import type { StateMachines } from '../states/state-machines.ts';
import { AwsFault } from './aws-fault.ts';
import { type Operation, operation } from './json-protocol.ts';
import { machineAt, refusals, runningExecutions } from './states-checks.ts';

const Page = { maxResults: z.number().int().min(0).max(1_000).default(0), nextToken: z.string().optional() };
const ByExecution = z.object({ executionArn: z.string() });
const History = ByExecution.extend({
  ...Page,
  reverseOrder: z.boolean().default(false),
  includeExecutionData: z.boolean().default(true),
});
const List = z.object({
  ...Page,
  stateMachineArn: z.string(),
  statusFilter: z.enum(statuses).optional(),
  redriveFilter: z.enum(['REDRIVEN', 'NOT_REDRIVEN']).optional(),
});
const ByMachine = z.object({ stateMachineArn: z.string() });

/** Results of one page when the caller does not say, or says 0. */
const PAGE = 100;

const tokenOf = (place: number): string => Buffer.from(String(place)).toString('base64url');
const placeOf = (token: string | undefined): number | undefined => {
  if (token === undefined) return undefined;
  const place = Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (Number.isSafeInteger(place)) return place;
  throw new AwsFault('InvalidToken', `Invalid Token: '${token}'`);
};

const inSeconds = (name: string, instant: number | null) => (instant === null ? {} : { [name]: instant / 1_000 });
const given = <T>(name: string, value: T | null) => (value === null ? {} : { [name]: value });

const summary = (execution: Execution) => ({
  executionArn: execution.arn,
  stateMachineArn: execution.machineArn,
  name: execution.name,
  status: execution.status,
  startDate: execution.startDate / 1_000,
  ...inSeconds('stopDate', execution.stopDate),
  redriveCount: execution.redriveCount,
  ...inSeconds('redriveDate', execution.redriveDate),
});

const description = (execution: Execution, now: Date) => {
  const why = whyNotRedrivable(execution, now);
  return {
    ...summary(execution),
    input: execution.input,
    inputDetails: { included: true },
    ...given('output', execution.output),
    ...(execution.output !== null && { outputDetails: { included: true } }),
    ...given('error', execution.error),
    ...given('cause', execution.cause),
    redriveStatus: why === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    ...(why !== undefined && { redriveStatusReason: why }),
    traceHeader: execution.traceHeader,
  };
};

/** An event without what flowed through it. */
const bare = (event: HistoryEvent): object =>
  Object.fromEntries(
    Object.entries(event).map(([name, details]) => {
      const shape = z.record(z.string(), z.unknown()).safeParse(details);
      if (!shape.success) return [name, details];
      const { input: _input, output: _output, parameters: _parameters, ...rest } = shape.data;
      return [name, rest];
    }),
  );

const onExecutions = (machines: StateMachines): Record<string, Operation> => ({
  DescribeExecution: operation(
    ByExecution,
    ({ executionArn }) => [{ action: 'states:DescribeExecution', resource: executionArn }],
    ({ executionArn }) => {
      const executions = runningExecutions(machines);
      return description(
        refusals(() => executions.find(executionArn)),
        executions.now(),
      );
    },
  ),
  GetExecutionHistory: operation(
    History,
    ({ executionArn }) => [{ action: 'states:GetExecutionHistory', resource: executionArn }],
    ({ executionArn, maxResults, nextToken, reverseOrder, includeExecutionData }) => {
      refusals(() => runningExecutions(machines).find(executionArn));
      const limit = maxResults || PAGE;
      const wish = { after: placeOf(nextToken), limit: limit + 1, reverse: reverseOrder };
      const found = machines.store.history(executionArn, wish);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const events = includeExecutionData ? page : page.map(bare);
      return { events, ...(found.length > limit && last && { nextToken: tokenOf(last.id) }) };
    },
  ),
  ListExecutions: operation(
    List,
    ({ stateMachineArn }) => [{ action: 'states:ListExecutions', resource: stateMachineArn }],
    ({ stateMachineArn, statusFilter, redriveFilter, maxResults, nextToken }) => {
      const { arn } = machineAt(machines, stateMachineArn);
      const limit = maxResults || PAGE;
      const redriven = redriveFilter && redriveFilter === 'REDRIVEN';
      const before = placeOf(nextToken);
      const found = machines.store.list({ machineArn: arn, status: statusFilter, redriven, before, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return { executions: page.map(summary), ...(found.length > limit && last && { nextToken: tokenOf(last.n) }) };
    },
  ),
});

const onMachines = (machines: StateMachines): Record<string, Operation> => ({
  DescribeStateMachine: operation(
    ByMachine,
    ({ stateMachineArn }) => [{ action: 'states:DescribeStateMachine', resource: stateMachineArn }],
    ({ stateMachineArn }) => {
      const { arn, name, roleArn, definition } = machineAt(machines, stateMachineArn);
      const made = { status: 'ACTIVE', type: 'STANDARD', creationDate: machines.since.getTime() / 1_000 };
      return { stateMachineArn: arn, name, roleArn, definition, ...made };
    },
  ),
  ListStateMachines: operation(
    z.object({}),
    () => [{ action: 'states:ListStateMachines', resource: '*' }],
    () => ({
      stateMachines: machines.list().map(({ arn, name }) => ({
        stateMachineArn: arn,
        name,
        type: 'STANDARD',
        creationDate: machines.since.getTime() / 1_000,
      })),
    }),
  ),
});

/** What can be seen of state machines and their executions. */
export const lookOperations = (machines: StateMachines): Record<string, Operation> => ({
  ...onExecutions(machines),
  ...onMachines(machines),
});
