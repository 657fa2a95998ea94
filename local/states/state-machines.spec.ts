import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchDir, writeAssembly } from '../assembly/given-assembly.ts';
import { clientOf, eventually } from '../aws/given-aws.ts';
import { jsonLog } from '../log.ts';
import { type RunningSystem, startRuntime } from '../runtime.ts';

const SDK = import.meta.resolve('@aws-sdk/client-sfn');

const code = {
  // Does what the input says.
  work: `export const handler = async ({ fail, ...rest }) => {
      if (fail) throw Object.assign(new Error('on purpose'), { name: fail });
      return rest;
    };`,
  answer: `import { SFNClient, SendTaskSuccessCommand } from '${SDK}';
    const client = new SFNClient({ maxAttempts: 1 });
    export const handler = async ({ token }) =>
      void (await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{"answered":true}' })));`,
};

const fn = (key: keyof typeof code) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: key,
    Code: { S3Key: key },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Timeout: 10,
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
  },
});
const role = (Action: string, Resource: unknown) => ({
  Type: 'AWS::IAM::Role',
  Properties: { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource }] } }] },
});
const machine = (States: Readonly<Record<string, object>>, Role = 'MachineRole') => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: {
    RoleArn: { 'Fn::GetAtt': [Role, 'Arn'] },
    DefinitionString: {
      'Fn::Join': [
        '',
        [
          JSON.stringify({ StartAt: Object.keys(States)[0], States }).split('WORK')[0],
          { 'Fn::GetAtt': ['Work', 'Arn'] },
          JSON.stringify({ StartAt: Object.keys(States)[0], States }).split('WORK')[1] ?? '',
        ],
      ],
    },
  },
});
const work = (fields: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'WORK', 'Payload.$': '$' },
  OutputPath: '$.Payload',
  ...fields,
});

const stack = {
  Parameters: { KafkaBrokers: { Type: 'String', Default: 'nowhere:9092' } },
  Resources: {
    Work: fn('work'),
    Answer: fn('answer'),
    Role: role('states:SendTaskSuccess', '*'),
    MachineRole: role('lambda:InvokeFunction', { 'Fn::GetAtt': ['Work', 'Arn'] }),
    PowerlessRole: role('sqs:SendMessage', '*'),
    Small: machine({ Do: work() }),
    Powerless: machine({ Do: work() }, 'PowerlessRole'),
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  },
};

describe('state machines in the running system', () => {
  let system: RunningSystem;
  let client: SFNClient;
  const assemblyDir = writeAssembly({ stacks: { small: stack }, code });
  const dataDir = scratchDir();
  const open = async () => {
    system = await startRuntime({
      root: '/',
      dataDir,
      assemblyDir,
      port: 0,
      backbone: 'kafka',
      web: false,
      log: jsonLog({ write: () => undefined }),
    });
    client = new SFNClient(clientOf(system.endpoint));
  };
  beforeAll(open);
  afterAll(() => system.stop());

  const arnOf = async (name: string) => {
    const { stateMachines } = await client.send(new ListStateMachinesCommand());
    return stateMachines?.find((one) => one.name === `small-${name}`)?.stateMachineArn;
  };
  const start = async (machineName: string, input: object) => {
    const stateMachineArn = await arnOf(machineName);
    const { executionArn } = await client.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
    );
    return eventually(async () => {
      const found = await client.send(new DescribeExecutionCommand({ executionArn }));
      return found.status === 'RUNNING' ? undefined : found;
    });
  };

  it('run functions of the assembly', async () => {
    expect(await start('Small', { id: 1 })).toMatchObject({ status: 'SUCCEEDED', output: '{"id":1}' });
  });

  it('see what a function throws by its name', async () => {
    const { status, error, cause } = await start('Small', { fail: 'Broken' });
    expect([status, error]).toEqual(['FAILED', 'Broken']);
    expect(JSON.parse(cause ?? '')).toMatchObject({ errorType: 'Broken', errorMessage: 'on purpose' });
  });

  it('invoke only what their role allows', async () => {
    expect(await start('Powerless', {})).toMatchObject({
      status: 'FAILED',
      error: 'Lambda.AWSLambdaException',
      cause: expect.stringContaining('is not authorized to perform: lambda:InvokeFunction'),
    });
  });

  it('show their history', async () => {
    const { executionArn } = await start('Small', { id: 2 });
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
});
