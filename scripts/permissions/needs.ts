import * as z from 'zod';
import type { Resource } from '../../local/ports.ts';
import type { LoadedAssembly } from '../../local/wiring/loaded-assembly.ts';
import { type Grant, ownersOf, shortened } from './grant.ts';

/** What AWS itself does in the name of a role, because a template says so: no call of a function, so nobody sees it offline. */
export interface Need {
  owner: string;
  action: string;
  /** Pattern of the resource as grants name it. */
  resource: string;
  because: string;
}

const Target = z.object({ FunctionName: z.string() });
const Source = z.object({ EventSourceArn: z.string() });
const OnFailure = z.object({ DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }) });
const Observed = z.object({
  Role: z.string().optional(),
  RoleArn: z.string().optional(),
  LoggingConfig: z.object({ LogGroup: z.string() }).optional(),
  LoggingConfiguration: z.unknown().optional(),
  TracingConfig: z.object({ Mode: z.literal('Active') }).optional(),
  TracingConfiguration: z.object({ Enabled: z.literal(true) }).optional(),
});

const polling = {
  sqs: {
    because: 'Lambda polls the queue for the function',
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  },
  dynamodb: {
    because: 'Lambda reads the stream for the function',
    actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
  },
} as const;

const needsOf = (owner: string, because: string, actions: readonly string[], resource: string): Need[] =>
  actions.map((action) => ({ owner, action, resource, because }));

const ofMapping = ({ properties }: Resource): Need[] => {
  const owner = shortened(Target.parse(properties).FunctionName).replace(/^function:/, '');
  const source = Source.safeParse(properties).data?.EventSourceArn;
  const failed = OnFailure.safeParse(properties).data?.DestinationConfig.OnFailure.Destination;
  const service = source?.split(':')[2];
  const { because, actions } =
    service === 'sqs' || service === 'dynamodb' ? polling[service] : { because: '', actions: [] };
  return [
    ...(source ? needsOf(owner, because, actions, shortened(source)) : []),
    // A stream is looked for among all.
    ...(service === 'dynamodb' ? needsOf(owner, because, ['dynamodb:ListStreams'], '*') : []),
    ...(failed
      ? needsOf(owner, 'Lambda sends there what the function could not take', ['sqs:SendMessage'], shortened(failed))
      : []),
  ];
};

const SEGMENTS = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
/** As Step Functions documents them for a machine that logs and is traced; none can be limited to a resource. */
const DELIVERIES = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

const ofObserved = (owners: ReadonlyMap<string, string>, { properties }: Resource): Need[] => {
  const observed = Observed.parse(properties);
  const owner = owners.get(observed.Role ?? observed.RoleArn ?? '') ?? '';
  const group = observed.LoggingConfig && shortened(observed.LoggingConfig.LogGroup);
  return [
    ...(group === undefined
      ? []
      : needsOf(
          owner,
          'Lambda writes its log',
          ['logs:CreateLogStream', 'logs:PutLogEvents'],
          `*${group.replace(/^[a-z-]+-(?=[a-z]+logs)/, '')}`,
        )),
    ...(observed.TracingConfig ? needsOf(owner, 'Lambda sends its traces', SEGMENTS, '*') : []),
    ...(observed.LoggingConfiguration ? needsOf(owner, 'Step Functions delivers its log', DELIVERIES, '*') : []),
    ...(observed.TracingConfiguration
      ? needsOf(
          owner,
          'Step Functions sends its traces',
          [...SEGMENTS, 'xray:GetSamplingRules', 'xray:GetSamplingTargets'],
          '*',
        )
      : []),
  ];
};

const DATA_KEY = 'key of data (key)';

/** Everything that AWS does in the name of the roles of an assembly. */
export const needsOfAws = (assembly: Pick<LoadedAssembly, 'functions' | 'roles' | 'resources'>): readonly Need[] => {
  const owners = ownersOf(assembly);
  return assembly.resources.flatMap((resource) => {
    switch (resource.type) {
      case 'AWS::Lambda::EventSourceMapping':
      case 'AWS::Lambda::EventInvokeConfig':
        return ofMapping(resource);
      case 'AWS::Lambda::Function':
      case 'AWS::StepFunctions::StateMachine':
        return ofObserved(owners, resource);
      default:
        return [];
    }
  });
};

/** Tables and commits are encrypted with the key of the data, so who may use any of them must be able to open it. */
export const needsOfEncryption = (grants: readonly Grant[]): readonly Need[] => {
  const owners = (of: RegExp) => [...new Set(grants.filter(({ action }) => of.test(action)).map(({ owner }) => owner))];
  const because = 'DynamoDB and S3 use the key of the data in the name of who asks them';
  return [
    ...owners(/^(dynamodb|s3):/).flatMap((owner) => needsOf(owner, because, ['kms:Decrypt'], DATA_KEY)),
    ...owners(/^(dynamodb:(Put|Update|Delete|BatchWrite)|s3:Put)/).flatMap((owner) =>
      needsOf(owner, because, ['kms:GenerateDataKey'], DATA_KEY),
    ),
  ];
};
