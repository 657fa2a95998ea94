import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trackActivity } from '../activity.ts';
import { type MovableClock, openClock } from '../clock.ts';
import type { InvokeResult, Running } from '../ports.ts';
import { openStateMachines, type StateMachines } from '../states/state-machines.ts';
import { openEventBuses } from './eventbridge-buses.ts';
import { clientOf, eventually, givenEndpoint, keptLog, resource, scratch } from './given-aws.ts';
import { statesService } from './states.ts';

const here = 'ap-northeast-1:000000000000';
const stateMachineArn = `arn:aws:states:${here}:stateMachine:saga`;
const account = { region: 'ap-northeast-1', accountId: '000000000000' };
const definition = JSON.stringify({
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: { FunctionName: 'ask', 'Payload.$': '$$.Task.Token' },
      TimeoutSeconds: 3_600,
      End: true,
    },
  },
});
const rule = resource('AWS::Events::Rule', 'ended', {
  EventPattern: { source: ['aws.states'], 'detail-type': ['Step Functions Execution Status Change'] },
  Targets: [{ Id: '1', Arn: `arn:aws:lambda:${here}:function:listener` }],
});

let place: ReturnType<typeof scratch>;
let clock: MovableClock;
let machines: StateMachines;
let running: Running[] = [];
let client: SFNClient;
let url: string;
let tokens: unknown[] = [];
let statusChanges: () => unknown[];
let isRefused = false;

beforeEach(async () => {
  place = scratch();
  clock = openClock(place.state);
  tokens = [];
  isRefused = false;
  const buses = openEventBuses({ resources: [rule], state: place.state, clock, account });
  statusChanges = () =>
    buses.outbox.after(0, 100).map(({ event }) => {
      const { detail, resources, source } = JSON.parse(event);
      return { source, resources, status: detail.status, redriveStatus: detail.redriveStatus };
    });
  const invoke = async (_: string, token: unknown): Promise<InvokeResult> => {
    tokens.push(token);
    return { ok: true, payload: null };
  };
  machines = openStateMachines({
    machines: [{ arn: stateMachineArn, name: 'saga', roleArn: `arn:aws:iam::000000000000:role/saga`, definition }],
    state: place.state,
    clock,
    buses,
    activity: trackActivity(),
    invoker: () => ({ invoke }),
    refusal: () => undefined,
    log: keptLog(),
  });
  const endpoint = await givenEndpoint([statesService(machines, keptLog())], {
    authorize: (_, { action, resource: wanted }) => (isRefused ? `${action} on ${wanted}` : undefined),
  });
  running = [endpoint, machines.begin()];
  url = endpoint.url;
  client = new SFNClient(clientOf(url));
});
afterEach(async () => {
  for (const one of running.toReversed()) await one.stop();
  place.remove();
});

const start = (name: string, input = '{}') => client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
const arnOf = (name: string) => `arn:aws:states:${here}:execution:saga:${name}`;
const describeOf = (name: string) => client.send(new DescribeExecutionCommand({ executionArn: arnOf(name) }));
const token = async (n = 1) => String(await eventually(() => tokens[n - 1]));

describe('the API of Step Functions', () => {
  it('starts an execution once by its name and input', async () => {
    const [one, other] = [await start('order'), await start('order')];
    expect(other).toMatchObject({ executionArn: arnOf('order'), startDate: one.startDate });
    expect(tokens).toHaveLength(1);
    await expect(start('order', '{"other":true}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('never starts a name anew when its execution has ended', async () => {
    await start('order');
    await client.send(new StopExecutionCommand({ executionArn: arnOf('order'), error: 'Stopped', cause: 'by hand' }));
    expect(await describeOf('order')).toMatchObject({ status: 'ABORTED', error: 'Stopped', cause: 'by hand' });
    await expect(start('order')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it.each(['a b', 'a/b', 'a:b', '<a>', 'a'.repeat(81)])('refuses the name %s', async (name) => {
    await expect(start(name)).rejects.toMatchObject({ name: 'InvalidName' });
  });

  it('refuses what is not there', async () => {
    const machine = { stateMachineArn: `${stateMachineArn}s` };
    await expect(client.send(new StartExecutionCommand(machine))).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
    await expect(client.send(new StartExecutionCommand({ stateMachineArn: 'saga' }))).rejects.toMatchObject({
      name: 'InvalidArn',
    });
    await expect(describeOf('none')).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    await expect(start('order', 'not json')).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
  });

  it('ends a task by its token, once', async () => {
    await start('order');
    const taskToken = await token();
    await client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: 'no' }))).rejects.toMatchObject({
      name: 'InvalidOutput',
    });
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"label":1}' }));
    expect(await describeOf('order')).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"label":1}',
      redriveStatus: 'NOT_REDRIVABLE',
    });
    await expect(client.send(new SendTaskFailureCommand({ taskToken }))).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
    await expect(client.send(new SendTaskFailureCommand({ taskToken: 'x' }))).rejects.toMatchObject({
      name: 'InvalidToken',
    });
  });

  it('redrives what failed', async () => {
    await start('order');
    await expect(client.send(new RedriveExecutionCommand({ executionArn: arnOf('order') }))).rejects.toMatchObject({
      name: 'ExecutionNotRedrivable',
    });
    await client.send(new SendTaskFailureCommand({ taskToken: await token(), error: 'Refused', cause: 'closed' }));
    expect(await describeOf('order')).toMatchObject({
      status: 'FAILED',
      error: 'Refused',
      redriveStatus: 'REDRIVABLE',
    });
    const { redriveDate } = await client.send(new RedriveExecutionCommand({ executionArn: arnOf('order') }));
    expect(redriveDate).toBeInstanceOf(Date);
    await client.send(new SendTaskSuccessCommand({ taskToken: await token(2), output: '1' }));
    expect(await describeOf('order')).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
  });

  it('times tasks by the movable clock', async () => {
    await start('order');
    await token();
    await clock.moveTo(new Date(clock.now().getTime() + 3_600_000));
    const ended = await eventually(async () => {
      const found = await describeOf('order');
      return found.status === 'RUNNING' ? undefined : found;
    });
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('pages through a history, forwards and backwards', async () => {
    await start('order');
    await client.send(new SendTaskSuccessCommand({ taskToken: await token(), output: '1' }));
    const ids = async (reverseOrder: boolean) => {
      const found: (number | undefined)[] = [];
      let nextToken: string | undefined;
      do {
        const wish = { executionArn: arnOf('order'), maxResults: 3, reverseOrder, nextToken };
        const page = await client.send(new GetExecutionHistoryCommand(wish));
        found.push(...(page.events ?? []).map(({ id }) => id));
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return found;
    };
    expect(await ids(false)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await ids(true)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn: arnOf('order') }));
    expect(events?.[2]).toMatchObject({
      type: 'TaskScheduled',
      timestamp: expect.any(Date),
      taskScheduledEventDetails: {
        resourceType: 'lambda',
        resource: 'invoke.waitForTaskToken',
        timeoutInSeconds: 3_600,
      },
    });
  });

  it('lists executions by status, the newest first, page by page', async () => {
    for (const name of ['a', 'b', 'c']) await start(name);
    await client.send(new StopExecutionCommand({ executionArn: arnOf('b') }));
    const list = (more: object) => client.send(new ListExecutionsCommand({ stateMachineArn, ...more }));
    const names = async (more: object) => (await list(more)).executions?.map(({ name }) => name);
    expect(await names({})).toEqual(['c', 'b', 'a']);
    expect(await names({ statusFilter: 'RUNNING' })).toEqual(['c', 'a']);
    expect(await names({ redriveFilter: 'REDRIVEN' })).toEqual([]);
    const { nextToken } = await list({ maxResults: 2 });
    expect(await names({ maxResults: 2, nextToken })).toEqual(['a']);
  });

  it('shows the state machines', async () => {
    const { stateMachines } = await client.send(new ListStateMachinesCommand());
    expect(stateMachines).toMatchObject([{ stateMachineArn, name: 'saga', type: 'STANDARD' }]);
    const shown = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(shown).toMatchObject({ definition, status: 'ACTIVE' });
  });

  it('tells the default bus how executions begin and end', async () => {
    await start('order');
    await client.send(new StopExecutionCommand({ executionArn: arnOf('order') }));
    const about = { source: 'aws.states', resources: [arnOf('order')] };
    expect(statusChanges()).toEqual([
      { ...about, status: 'RUNNING', redriveStatus: 'NOT_REDRIVABLE' },
      { ...about, status: 'ABORTED', redriveStatus: 'REDRIVABLE' },
    ]);
  });

  it('asks for the permission of a function that calls it', async () => {
    await start('order');
    isRefused = true;
    const asFunction = new SFNClient(clientOf(url, 'function'));
    const taskToken = await token();
    await expect(asFunction.send(new StartExecutionCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `states:StartExecution on ${stateMachineArn}`,
    });
    await expect(asFunction.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toMatchObject({
      message: `states:SendTaskSuccess on ${stateMachineArn}`,
    });
  });
});
