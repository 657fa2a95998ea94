import { createHash } from 'node:crypto';
import type { World } from './world.ts';

/** What is known of a resource before its other properties are resolved. */
export interface Named {
  stack: string;
  logicalId: string;
  /** The explicit name, or `<stack>-<logicalId>`. */
  name: string;
  /** Resolves one property of the resource, undefined when it is absent. */
  property(name: string): string | undefined;
  world: World;
}

/** How a supported type is named: adding a type is adding one entry to `resourceTypes`. */
export interface ResourceType {
  /** Property that holds an explicit name. */
  nameProperty?: string;
  arn(resource: Named): string;
  /** What `Ref` gives; the name when absent. It is also the physical id. */
  ref?(resource: Named): string;
  /** What `Fn::GetAtt` gives besides `Arn`. */
  attributes?: Readonly<Record<string, (resource: Named) => string>>;
}

const arnOf =
  (service: string, path: (resource: Named) => string) =>
  (resource: Named): string =>
    `arn:aws:${service}:${resource.world.region}:${resource.world.accountId}:${path(resource)}`;
const iamArn =
  (kind: string) =>
  ({ name, world }: Named) =>
    `arn:aws:iam::${world.accountId}:${kind}/${name}`;
const digest = (...parts: string[]) => createHash('sha256').update(parts.join('/')).digest('hex');
/** Ten lower-case characters, as API Gateway's ids. */
const shortId = ({ stack, logicalId }: Named) => digest(stack, logicalId).slice(0, 10);
const uuidOf = ({ stack, logicalId }: Named) =>
  digest(stack, logicalId).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
const tableArn = arnOf('dynamodb', ({ name }) => `table/${name}`);

const table: ResourceType = {
  nameProperty: 'TableName',
  arn: tableArn,
  attributes: {
    StreamArn: (resource) => `${tableArn(resource)}/stream/2026-01-01T00:00:00.000`,
    TableId: uuidOf,
  },
};
const gatewayArn = ({ world, stack, logicalId }: Named) =>
  `arn:aws:apigateway:${world.region}::/apis/${stack}-${logicalId}`;
const gatewayPart = (idAttribute: string): ResourceType => ({
  arn: gatewayArn,
  ref: shortId,
  attributes: { [idAttribute]: shortId },
});
const queueUrl = ({ name, world }: Named) => `${world.endpointUrl}/${world.accountId}/${name}`;
const keyArn = arnOf('kms', (resource) => `key/${uuidOf(resource)}`);
const busOf = (resource: Named) => (resource.property('EventBusName') ?? 'default').replace(/^.*event-bus\//, '');
const machineArn = arnOf('states', ({ name }) => `stateMachine:${name}`);
const ruleArn = arnOf('events', (resource) =>
  busOf(resource) === 'default' ? `rule/${resource.name}` : `rule/${busOf(resource)}/${resource.name}`,
);

/** The types that the local runtime gives a meaning to. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  'AWS::Lambda::Function': { nameProperty: 'FunctionName', arn: arnOf('lambda', ({ name }) => `function:${name}`) },
  'AWS::Lambda::EventSourceMapping': {
    arn: arnOf('lambda', (resource) => `event-source-mapping:${uuidOf(resource)}`),
    ref: uuidOf,
    attributes: {
      Id: uuidOf,
      EventSourceMappingArn: arnOf('lambda', (resource) => `event-source-mapping:${uuidOf(resource)}`),
    },
  },
  'AWS::Lambda::EventInvokeConfig': {
    arn: arnOf('lambda', (resource) => `event-invoke-config:${uuidOf(resource)}`),
    ref: uuidOf,
  },
  'AWS::DynamoDB::Table': table,
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    arn: ({ name }) => `arn:aws:s3:::${name}`,
    attributes: { DomainName: ({ name }) => `${name}.s3.amazonaws.com` },
  },
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    arn: arnOf('sqs', ({ name }) => name),
    ref: queueUrl,
    attributes: { QueueName: ({ name }) => name, QueueUrl: queueUrl },
  },
  'AWS::Events::EventBus': {
    nameProperty: 'Name',
    arn: arnOf('events', ({ name }) => `event-bus/${name}`),
    attributes: { Name: ({ name }) => name },
  },
  'AWS::Events::Rule': { nameProperty: 'Name', arn: ruleArn },
  'AWS::ApiGatewayV2::Api': {
    arn: gatewayArn,
    ref: shortId,
    attributes: { ApiId: shortId, ApiEndpoint: ({ world }) => world.apiUrl },
  },
  'AWS::ApiGatewayV2::Route': gatewayPart('RouteId'),
  'AWS::ApiGatewayV2::Integration': gatewayPart('IntegrationId'),
  'AWS::ApiGatewayV2::Authorizer': gatewayPart('AuthorizerId'),
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName', arn: gatewayArn },
  'AWS::IAM::Role': { nameProperty: 'RoleName', arn: iamArn('role'), attributes: { RoleId: shortId } },
  'AWS::IAM::Policy': { nameProperty: 'PolicyName', arn: iamArn('policy') },
  'AWS::IAM::ManagedPolicy': {
    nameProperty: 'ManagedPolicyName',
    arn: iamArn('policy'),
    ref: iamArn('policy'),
    attributes: { PolicyArn: iamArn('policy') },
  },
  'AWS::KMS::Key': { arn: keyArn, ref: uuidOf, attributes: { KeyId: uuidOf } },
  'AWS::KMS::Alias': { nameProperty: 'AliasName', arn: arnOf('kms', ({ name }) => name) },
  'AWS::SSM::Parameter': {
    nameProperty: 'Name',
    arn: arnOf('ssm', ({ name }) => `parameter/${name.replace(/^\//, '')}`),
    attributes: {
      Type: (resource) => resource.property('Type') ?? 'String',
      Value: (resource) => resource.property('Value') ?? '',
    },
  },
  'AWS::StepFunctions::StateMachine': {
    nameProperty: 'StateMachineName',
    arn: machineArn,
    ref: machineArn,
    attributes: { Name: ({ name }) => name, StateMachineRevisionId: uuidOf },
  },
  'AWS::SES::EmailIdentity': { nameProperty: 'EmailIdentity', arn: arnOf('ses', ({ name }) => `identity/${name}`) },
  'AWS::SES::ConfigurationSet': { nameProperty: 'Name', arn: arnOf('ses', ({ name }) => `configuration-set/${name}`) },
  'AWS::SES::ConfigurationSetEventDestination': {
    arn: arnOf('ses', ({ name }) => `event-destination/${name}`),
    attributes: { Id: ({ name }) => name },
  },
};
