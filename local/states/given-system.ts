// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how Fn::Sub is written.
// Test words: a small system with state machines.
import { writeAssembly } from '../assembly/given-assembly.ts';
import { machineOf } from './given-machine.ts';

const SDK = import.meta.resolve('@aws-sdk/client-sfn');

const code = {
  // Does what its input says.
  work: `export const handler = async ({ fail, ...rest }) => {
      if (fail) throw Object.assign(new Error('on purpose'), { name: fail });
      return { ...rest, trace: process.env._X_AMZN_TRACE_ID };
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
/** A state machine of the template; `${Work.Arn}` and the like may stand in its definition. */
export const machine = (definition: object, Role = 'MachineRole') => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: {
    RoleArn: { 'Fn::GetAtt': [Role, 'Arn'] },
    DefinitionString: { 'Fn::Sub': JSON.stringify(definition) },
  },
});
const work = (fields: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: '${Work.Arn}', 'Payload.$': '$' },
  OutputPath: '$.Payload',
  ...fields,
});
const ask = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Parameters: { FunctionName: '${Answer.Arn}', Payload: { 'token.$': '$$.Task.Token' } },
  End: true,
};
const pause = { Type: 'Wait', Seconds: 3_600, Next: 'Do' };

const stack = {
  Parameters: { KafkaBrokers: { Type: 'String', Default: 'nowhere:9092' } },
  Resources: {
    Work: fn('work'),
    Answer: fn('answer'),
    Role: role('states:SendTaskSuccess', '*'),
    MachineRole: role('lambda:InvokeFunction', [
      { 'Fn::GetAtt': ['Work', 'Arn'] },
      { 'Fn::GetAtt': ['Answer', 'Arn'] },
    ]),
    PowerlessRole: role('sqs:SendMessage', '*'),
    Small: machine(machineOf({ Do: work() })),
    Powerless: machine(machineOf({ Do: work() }), 'PowerlessRole'),
    Asking: machine(machineOf({ Ask: ask })),
    Waiting: machine(machineOf({ Wait: pause, Do: work() })),
    Heard: machine(machineOf({ End: { Type: 'Succeed' } })),
    OnFailure: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: {
          source: ['aws.states'],
          'detail-type': ['Step Functions Execution Status Change'],
          detail: { status: ['FAILED'], stateMachineArn: [{ Ref: 'Small' }] },
        },
        Targets: [{ Id: '1', Arn: { Ref: 'Heard' }, InputPath: '$.detail' }],
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  },
};

/** The assembly of the system, or of one with other resources. */
export const systemAssembly = (resources: object = {}): string =>
  writeAssembly({ stacks: { small: { ...stack, Resources: { ...stack.Resources, ...resources } } }, code });
