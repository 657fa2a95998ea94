import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.ts';
import type { PolicyStatement, Resource } from '../ports.ts';
import { isKnownOperator } from './condition-operators.ts';

/** A role with everything its policies say. */
export interface Role {
  name: string;
  arn: string;
  statements: readonly PolicyStatement[];
}

const List = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const ConditionValue = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))])
  .transform((value) => [value].flat().map(String));
/** `NotAction`, `NotResource` and `Principal` are refused: leaving them out would mean something else. */
const Statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: List,
  Resource: List,
  Condition: z.record(z.string(), z.record(z.string(), ConditionValue)).default({}),
});
const Document = z.object({ Statement: z.union([z.array(Statement), Statement.transform((one) => [one])]) });
const InlinePolicies = z.array(z.object({ PolicyDocument: Document })).default([]);
const RoleProperties = z.object({ Policies: InlinePolicies, ManagedPolicyArns: z.array(z.string()).default([]) });
const PolicyProperties = z.object({ PolicyDocument: Document, Roles: z.array(z.string()).default([]) });

const allow = (...actions: string[]): PolicyStatement => ({
  effect: 'Allow',
  actions,
  resources: ['*'],
  conditions: {},
});
const logs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
const interfaces = ['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'];

/** What AWS's own policies allow, by the end of their ARN. */
const awsPolicies: Readonly<Record<string, readonly PolicyStatement[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': [allow(...logs)],
  'service-role/AWSLambdaVPCAccessExecutionRole': [allow(...logs, ...interfaces)],
  'service-role/AWSLambdaMSKExecutionRole': [
    allow(...logs, ...interfaces, 'kafka:DescribeCluster', 'kafka:GetBootstrapBrokers'),
  ],
  'service-role/AWSLambdaDynamoDBExecutionRole': [
    allow(
      ...logs,
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ),
  ],
  'service-role/AWSLambdaSQSQueueExecutionRole': [
    allow(...logs, 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'),
  ],
  AWSXRayDaemonWriteAccess: [allow('xray:PutTraceSegments', 'xray:PutTelemetryRecords')],
  CloudWatchLambdaInsightsExecutionRolePolicy: [allow(...logs)],
};

const parse = <T>(schema: z.ZodType<T>, { stack, logicalId, properties }: Resource): T => {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new AssemblyError('bad-value', `${stack}/${logicalId}`, z.prettifyError(parsed.error));
};

const statementsOf = ({ Statement: statements }: z.infer<typeof Document>, { stack, logicalId }: Resource) =>
  statements.map(({ Effect, Action, Resource: resources, Condition }): PolicyStatement => {
    const unknown = Object.keys(Condition).find((operator) => !isKnownOperator(operator));
    if (unknown)
      throw new AssemblyError(
        'bad-value',
        `${stack}/${logicalId}`,
        `condition operator ${unknown} is not supported offline`,
      );
    return { effect: Effect, actions: Action, resources, conditions: Condition };
  });

/** Collects all roles of an assembly by ARN; throws an `AssemblyError` for what it could only evaluate wrongly. */
export const readRoles = (resources: readonly Resource[]): ReadonlyMap<string, Role> => {
  const attached = resources
    .filter(({ type }) => type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy')
    .map((resource) => {
      const { PolicyDocument, Roles } = parse(PolicyProperties, resource);
      return { arn: resource.arn, roles: Roles, statements: statementsOf(PolicyDocument, resource) };
    });

  const managed = (policyArn: string, role: Resource): readonly PolicyStatement[] => {
    const known =
      attached.find(({ arn }) => arn === policyArn)?.statements ??
      awsPolicies[policyArn.replace(/^arn:aws:iam::aws:policy\//, '')];
    if (known) return known;
    throw new AssemblyError(
      'bad-value',
      `${role.stack}/${role.logicalId}`,
      `managed policy ${policyArn} is not known offline`,
    );
  };

  const roleOf = (resource: Resource): Role => {
    const { Policies, ManagedPolicyArns } = parse(RoleProperties, resource);
    const statements = [
      ...Policies.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument, resource)),
      ...attached.filter(({ roles }) => roles.includes(resource.physicalId)).flatMap((policy) => policy.statements),
      ...ManagedPolicyArns.flatMap((policyArn) => managed(policyArn, resource)),
    ];
    return { name: resource.physicalId, arn: resource.arn, statements };
  };
  return new Map(
    resources.filter(({ type }) => type === 'AWS::IAM::Role').map((resource) => [resource.arn, roleOf(resource)]),
  );
};
