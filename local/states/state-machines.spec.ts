import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  type StartExecutionInput,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchDir } from '../assembly/given-assembly.ts';
import { clientOf, eventually } from '../aws/given-aws.ts';
import { jsonLog } from '../log.ts';
import { type RunningSystem, startRuntime } from '../runtime.ts';
import { machineOf } from './given-machine.ts';
import { machine, systemAssembly } from './given-system.ts';

const options = {
  root: scratchDir(),
  dataDir: scratchDir(),
  assemblyDir: systemAssembly(),
  port: 0,
  backbone: 'kafka',
  web: false,
  log: jsonLog({ write: () => undefined }),
} as const;

let system: RunningSystem;
let client: SFNClient;
const open = async () => {
  system = await startRuntime(options);
  client = new SFNClient(clientOf(system.endpoint));
};
beforeAll(open);
afterAll(() => system.stop());

const arnOf = async (name: string, of = client) => {
  const { stateMachines } = await of.send(new ListStateMachinesCommand());
  return stateMachines?.find((one) => one.name === `small-${name}`)?.stateMachineArn;
};
const start = async (name: string, input: object, more: Partial<StartExecutionInput> = {}) => {
  const stateMachineArn = await arnOf(name);
  const { executionArn } = await client.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), ...more }),
  );
  return executionArn;
};
const ended = (executionArn: string | undefined) =>
  eventually(async () => {
    const found = await client.send(new DescribeExecutionCommand({ executionArn }));
    return found.status === 'RUNNING' ? undefined : found;
  });
const run = async (name: string, input: object, more: Partial<StartExecutionInput> = {}) =>
  ended(await start(name, input, more));
const outputOf = ({ output }: { output?: string | undefined }) => JSON.parse(output ?? 'null');
const post = (path: string, body: object) =>
  fetch(`${system.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('state machines in the running system', () => {
  it('run functions of the assembly, which continue the trace of the execution', async () => {
    const traceHeader = 'Root=1-67000000-000000000000000000000abc;Parent=53995c3f42cd8ad8;Sampled=1';
    const found = await run('Small', { id: 1 }, { traceHeader });
    expect([found.status, outputOf(found)]).toEqual(['SUCCEEDED', { id: 1, trace: expect.stringContaining('000abc') }]);
  });

  it('see what a function throws by its name', async () => {
    const { status, error, cause } = await run('Small', { fail: 'Broken' });
    expect([status, error]).toEqual(['FAILED', 'Broken']);
    expect(JSON.parse(cause ?? '')).toMatchObject({ errorType: 'Broken', errorMessage: 'on purpose' });
  });

  it('invoke only what their role allows', async () => {
    expect(await run('Powerless', {})).toMatchObject({
      status: 'FAILED',
      error: 'Lambda.AWSLambdaException',
      cause: expect.stringContaining('is not authorized to perform: lambda:InvokeFunction'),
    });
  });

  it('show their history', async () => {
    const { executionArn } = await run('Small', { id: 2 });
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events?.map(({ type, previousEventId }) => [type, previousEventId])).toEqual([
      ['ExecutionStarted', 0],
      ['TaskStateEntered', 1],
      ['TaskScheduled', 2],
      ['TaskStarted', 3],
      ['TaskSucceeded', 4],
      ['TaskStateExited', 5],
      ['ExecutionSucceeded', 6],
    ]);
  });

  it('hear from functions that were given a token', async () => {
    expect(outputOf(await run('Asking', {}))).toEqual({ answered: true });
  });

  it('begin by a rule, such as one that hears of failures', async () => {
    const { executionArn } = await run('Small', { fail: 'Heard' });
    const stateMachineArn = await arnOf('Heard');
    const heard = await eventually(async () => {
      const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn }));
      const all = await Promise.all(executions.map((one) => client.send(new DescribeExecutionCommand(one))));
      return all.find(({ input }) => input?.includes(executionArn ?? 'none'));
    });
    expect(JSON.parse(heard.input ?? '')).toMatchObject({
      status: 'FAILED',
      error: 'Heard',
      redriveStatus: 'REDRIVABLE',
    });
  });

  it('meet the faults that functions meet', async () => {
    await post('/_local/faults', {
      seed: 1,
      rules: [{ at: 'function', kind: 'throttle', target: 'work', probability: 1 }],
    });
    expect(await run('Small', {})).toMatchObject({ status: 'FAILED', error: 'Lambda.TooManyRequestsException' });
    await fetch(`${system.url}/_local/faults`, { method: 'DELETE' });
  });

  it('are no work while they only wait, and go on where they were after a restart, by the movable clock', async () => {
    const executionArn = await start('Waiting', { id: 3 });
    expect((await fetch(`${system.url}/_local/idle`)).status).toBe(200);
    await system.stop();
    await open();
    await post('/_local/clock', { advance: 'PT1H' });
    expect((await fetch(`${system.url}/_local/idle`)).status).toBe(200);
    expect(outputOf(await ended(executionArn))).toMatchObject({ id: 3 });
  });

  it('go on with the definition they began with when another one comes', async () => {
    const executionArn = await start('Waiting', { id: 4 });
    const Waiting = machine(machineOf({ Say: { Type: 'Pass', Result: 'new', End: true } }));
    system.replace(systemAssembly({ Waiting }));
    expect(outputOf(await run('Waiting', {}))).toBe('new');
    await post('/_local/clock', { advance: 'PT1H' });
    expect(outputOf(await ended(executionArn))).toMatchObject({ id: 4 });
    system.replace(options.assemblyDir);
  });

  it('are counted', async () => {
    const metrics = await (await fetch(`${system.url}/metrics`)).text();
    expect(metrics).toMatch(/AWS_States_ExecutionsSucceeded_count\{StateMachineArn="[^"]*small-Waiting"\} \d/);
  });

  it('end a hundred executions at once', async () => {
    const stateMachineArn = await arnOf('Small');
    const begin = (n: number) =>
      client.send(new StartExecutionCommand({ stateMachineArn, name: `many-${n}`, input: '{}' }));
    const all = await Promise.all(Array.from({ length: 100 }, (_, n) => begin(n)));
    const found = await Promise.all(all.map(({ executionArn }) => ended(executionArn)));
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['SUCCEEDED']));
  });
});

describe('a process that is killed', () => {
  const RUNTIME = new URL('../runtime.ts', import.meta.url).href;
  const script = `
    const { startRuntime } = await import(process.argv[1]);
    const options = JSON.parse(process.argv[2]);
    const none = () => undefined;
    const system = await startRuntime({ ...options, log: { info: none, warn: none, error: none } });
    process.stdout.write(system.endpoint + '\\n');`;

  it('loses no execution', async () => {
    const dataDir = scratchDir();
    const { log: _, ...told } = { ...options, dataDir };
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, RUNTIME, JSON.stringify(told)]);
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const first = new SFNClient(clientOf(String(line).trim()));
    const stateMachineArn = await arnOf('Small', first);
    const wish = { stateMachineArn, name: 'survivor', input: '{"id":5}' };
    const { executionArn } = await first.send(new StartExecutionCommand(wish));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await startRuntime({ ...options, dataDir });
    const second = new SFNClient(clientOf(next.endpoint));
    const found = await eventually(async () => {
      const now = await second.send(new DescribeExecutionCommand({ executionArn }));
      return now.status === 'RUNNING' ? undefined : now;
    });
    await next.stop();
    expect(outputOf(found)).toMatchObject({ id: 5 });
  });
});
