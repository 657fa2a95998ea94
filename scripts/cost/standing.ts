import * as z from 'zod';
import { PARTITIONS } from '../../functions/platform/topics/partitions.ts';
import { type Line, line } from './bill.ts';
import { HOURS_PER_MONTH, IDLE_POLLS_PER_HOUR, POLLERS_PER_UNIT } from './prices.ts';
import { provisionedClusterLines } from './provisioned-cluster.ts';
import type { Resource } from './stage-resources.ts';

/** Paid for by use only, or not at all: an exact type, or a prefix that ends in `::`. */
const WITHOUT_STANDING_CHARGE = [
  'AWS::ApiGatewayV2::',
  'AWS::CDK::Metadata',
  'AWS::CloudFront::',
  'AWS::DynamoDB::Table',
  'AWS::EC2::FlowLog',
  'AWS::EC2::RouteTable',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::Subnet',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::VPC',
  'AWS::Events::',
  'AWS::IAM::',
  'AWS::KMS::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Version',
  'AWS::Logs::LogGroup',
  'AWS::Route53::RecordSet',
  'AWS::S3::',
  'AWS::SES::',
  'AWS::SNS::',
  'AWS::SQS::',
  'AWS::SSM::Parameter',
  'AWS::StepFunctions::',
  'AWS::MSK::Configuration',
  'Custom::AWS',
  'Custom::CDKBucketDeployment',
  'Custom::Trigger',
];
const CHARGED = [
  'AWS::CloudWatch::Alarm',
  'AWS::EC2::VPCEndpoint',
  'AWS::KMS::Key',
  'AWS::Lambda::EventSourceMapping',
  'AWS::MSK::Cluster',
  'AWS::MSK::ServerlessCluster',
  'AWS::SecretsManager::Secret',
];

const isNamed = (names: readonly string[], type: string): boolean =>
  names.some((name) => (name.endsWith('::') ? type.startsWith(name) : type === name));

const Endpoint = z.object({ VpcEndpointType: z.string(), SubnetIds: z.array(z.unknown()).default([]) });
const Pollers = z.object({
  ProvisionedPollerConfig: z.object({ MinimumPollers: z.number(), PollerGroupName: z.string() }),
});
const TopicMaker = z.object({ Environment: z.object({ Variables: z.object({ TOPICS: z.string() }) }) });

const of = (resources: readonly Resource[], type: string) => resources.filter(({ Type }) => Type === type);
const parsed = <T>(resources: readonly Resource[], shape: z.ZodType<T>): readonly T[] =>
  resources.flatMap(({ Properties }) => shape.safeParse(Properties).data ?? []);

/** Interface endpoints are paid for in each zone; gateways are free. */
const endpointHours = (resources: readonly Resource[]): number =>
  parsed(of(resources, 'AWS::EC2::VPCEndpoint'), Endpoint)
    .filter(({ VpcEndpointType }) => VpcEndpointType === 'Interface')
    .reduce((sum, { SubnetIds }) => sum + SubnetIds.length, 0) * HOURS_PER_MONTH;

/** The mappings of a group share units, which are provisioned by what they need at least. */
const pollerUnits = (mappings: readonly Resource[]): number => {
  const groups = Object.groupBy(
    parsed(mappings, Pollers),
    ({ ProvisionedPollerConfig }) => ProvisionedPollerConfig.PollerGroupName,
  );
  return Object.values(groups).reduce((sum, group = []) => {
    const pollers = group.reduce((total, one) => total + one.ProvisionedPollerConfig.MinimumPollers, 0);
    return sum + Math.ceil(pollers / POLLERS_PER_UNIT);
  }, 0);
};

/** Topics that the deployment makes. */
const topicsIn = (resources: readonly Resource[]): number =>
  parsed(of(resources, 'AWS::Lambda::Function'), TopicMaker).reduce(
    (sum, { Environment }) => sum + Environment.Variables.TOPICS.split(',').length,
    0,
  );

/** What a month costs before anybody comes. Throws for a type of resource of which nobody has said what it costs. */
export const standingLines = (resources: readonly Resource[]): readonly Line[] => {
  const unknown = resources.find(({ Type }) => !isNamed([...WITHOUT_STANDING_CHARGE, ...CHARGED], Type));
  if (unknown) throw new Error(`nobody has said what ${unknown.Type} costs: scripts/cost/standing.ts`);
  const mappings = of(resources, 'AWS::Lambda::EventSourceMapping');
  const clusters = of(resources, 'AWS::MSK::ServerlessCluster').length;
  const partitions = clusters > 0 ? topicsIn(resources) * PARTITIONS : 0;
  return [
    line('MSK Serverless', clusters * HOURS_PER_MONTH, 'kafka-cluster'),
    line(`partitions of topics (${partitions})`, partitions * HOURS_PER_MONTH, 'kafka-partition'),
    ...provisionedClusterLines(resources),
    line('pollers of topics', pollerUnits(mappings) * HOURS_PER_MONTH, 'event-poller'),
    line('interface endpoints', endpointHours(resources), 'endpoint'),
    line('polls of empty queues', queuesIn(mappings) * IDLE_POLLS_PER_HOUR * HOURS_PER_MONTH, 'queue'),
    line('keys', of(resources, 'AWS::KMS::Key').length, 'key'),
    line('secrets', of(resources, 'AWS::SecretsManager::Secret').length, 'secret'),
    line('alarms', of(resources, 'AWS::CloudWatch::Alarm').length, 'alarm'),
  ];
};

/** Streams and topics are read from a position, queues are not. */
const queuesIn = (mappings: readonly Resource[]): number =>
  mappings.filter(({ Properties }) => Properties.StartingPosition === undefined).length;
