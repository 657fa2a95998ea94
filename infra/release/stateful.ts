/** A resource of a synthesised template. */
export interface TemplateResource {
  Type: string;
  Properties?: Readonly<Record<string, unknown>>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}
/** A stack's resources by logical id, the stacks by name. */
export type Templates = Readonly<Record<string, { Resources: Readonly<Record<string, TemplateResource>> }>>;

/**
 * What holds data, or an address that others know, and the properties that CloudFormation cannot change in place: with any
 * of them another, it makes a new, empty resource (the resource reference of CloudFormation, "Update requires: Replacement").
 */
const replacedBy: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['TableName', 'KeySchema', 'LocalSecondaryIndexes', 'ImportSourceSpecification'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::MSK::ServerlessCluster': ['ClusterName', 'ClientAuthentication', 'VpcConfigs'],
  'AWS::MSK::Cluster': ['ClusterName', 'BrokerNodeGroupInfo.ClientSubnets'],
  'AWS::EC2::VPC': ['CidrBlock', 'InstanceTenancy'],
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::SES::EmailIdentity': ['EmailIdentity'],
  'AWS::StepFunctions::StateMachine': ['StateMachineName', 'StateMachineType'],
};

/** What guards the data of a resource: taking one of these away needs somebody who meant it. */
const guards = (type: string): readonly string[] =>
  type === 'AWS::DynamoDB::Table'
    ? ['DeletionProtectionEnabled', 'PointInTimeRecoverySpecification', 'SSESpecification']
    : type === 'AWS::S3::Bucket'
      ? ['BucketEncryption', 'PublicAccessBlockConfiguration', 'VersioningConfiguration']
      : [];

/** What a release knows of a stateful resource. */
export interface Stateful {
  type: string;
  /** The properties whose change would replace it. */
  fixed: Readonly<Record<string, unknown>>;
  guards: Readonly<Record<string, unknown>>;
}

const at = (properties: Readonly<Record<string, unknown>>, path: string): unknown =>
  path.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], properties);

const picked = (properties: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = at(properties, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The stateful resources of a system, by stack and logical id. */
export const statefulIn = (templates: Templates): Readonly<Record<string, Stateful>> => {
  const found: [string, Stateful][] = [];
  for (const [stack, { Resources }] of Object.entries(templates))
    for (const [logicalId, { Type, Properties = {}, DeletionPolicy, UpdateReplacePolicy }] of Object.entries(
      Resources,
    )) {
      const names = replacedBy[Type];
      if (!names) continue;
      const policies = {
        ...(DeletionPolicy !== undefined && { DeletionPolicy }),
        ...(UpdateReplacePolicy !== undefined && { UpdateReplacePolicy }),
      };
      found.push([
        `${stack}/${logicalId}`,
        { type: Type, fixed: picked(Properties, names), guards: { ...picked(Properties, guards(Type)), ...policies } },
      ]);
    }
  return Object.fromEntries(found.toSorted(([left], [right]) => (left < right ? -1 : 1)));
};
