import { Aws, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { KafkaCluster, Stage } from '../stage-shape.ts';
import type { BunkoFunction } from './bunko-function.ts';
import { stackParameter } from './stack-parameter.ts';
import { told } from './told-values.ts';

/** Where a function that talks to Kafka must be. */
export interface KafkaNetwork {
  subnetIds: string[];
  securityGroupIds: string[];
}
/** How to reach the Kafka of a stage. */
export type KafkaSource =
  | { kind: 'msk'; clusterArn: string }
  | { kind: 'brokers'; brokers: string; secretArn?: string; network?: KafkaNetwork };

/** The cluster of a stage; undefined without Kafka. */
const clusterOf = ({ backbone }: Stage): KafkaCluster | undefined =>
  backbone.kind === 'kafka' ? backbone.cluster : undefined;

/** The stage whose cluster it is, where MSK runs it. */
const ownerOf = (stage: Stage, cluster: KafkaCluster): string | undefined => {
  if (cluster.kind === 'brokers') return undefined;
  return cluster.kind === 'shared' ? cluster.of : stage.name;
};

/** What only who deploys can say is a parameter of each stack that needs it. */
const parameter = (scope: Construct, name: string, description: string, otherwise?: string): string =>
  stackParameter(scope, name, { description, ...(otherwise !== undefined && { default: otherwise }) });
const brokersParameter = (scope: Construct) =>
  parameter(scope, 'KafkaBrokers', 'Kafka brokers, host:port', '127.0.0.1:9092');
const userParameter = (scope: Construct) =>
  parameter(scope, 'KafkaUserArn', 'ARN of the secret with username and password');

/** Where functions that talk to Kafka must be; nothing for brokers in public. */
export const kafkaNetwork = (scope: Construct, stage: Stage): { network?: KafkaNetwork } => {
  const cluster = clusterOf(stage);
  if (!cluster) return {};
  const owner = ownerOf(stage, cluster);
  if (owner !== undefined)
    return {
      network: {
        subnetIds: Fn.split(',', told(scope, owner, 'kafka-subnets')),
        securityGroupIds: [told(scope, owner, 'kafka-clients')],
      },
    };
  if (cluster.kind !== 'brokers' || !cluster.inVpc) return {};
  const subnets = Fn.split(',', parameter(scope, 'KafkaSubnets', 'Two subnets that reach the brokers, with a comma'));
  const group = parameter(scope, 'KafkaSecurityGroup', 'Security group of the clients of the brokers');
  return { network: { subnetIds: [Fn.select(0, subnets), Fn.select(1, subnets)], securityGroupIds: [group] } };
};

/** The Kafka of a stage, seen from a stack. */
export const kafkaSource = (scope: Construct, stage: Stage): KafkaSource => {
  const cluster = clusterOf(stage);
  if (!cluster) throw new Error(`${stage.name} has no Kafka`);
  const owner = ownerOf(stage, cluster);
  if (owner !== undefined) return { kind: 'msk', clusterArn: told(scope, owner, 'kafka-cluster') };
  return {
    kind: 'brokers',
    brokers: brokersParameter(scope),
    ...(cluster.kind === 'brokers' && cluster.authentication === 'scram' && { secretArn: userParameter(scope) }),
    ...kafkaNetwork(scope, stage),
  };
};

/** Puts into the environment of a function where Kafka is and how it lets clients in. */
export const knowsKafka = (fn: BunkoFunction, stage: Stage): void => {
  const { backbone } = stage;
  if (backbone.kind !== 'kafka') return;
  const source = kafkaSource(fn, stage);
  const owner = ownerOf(stage, backbone.cluster);
  const settings = {
    KAFKA_BROKERS: owner === undefined ? brokersParameter(fn) : told(fn, owner, 'kafka-brokers'),
    KAFKA_ACCESS: source.kind === 'msk' ? 'msk-iam' : source.secretArn === undefined ? 'open' : 'scram',
    TOPIC_PREFIX: backbone.topicPrefix,
  };
  for (const [name, value] of Object.entries(settings)) fn.lambda.addEnvironment(name, value);
  if (source.kind === 'brokers' && source.secretArn !== undefined) readsSecret(fn, source.secretArn);
};

/**
 * The secret is read through Parameter Store, which answers for Secrets Manager and asks it in the name of the caller: what
 * may be read is said by the permission on the secret.
 */
const readsSecret = (fn: BunkoFunction, secretArn: string): void => {
  fn.lambda.addEnvironment('KAFKA_SECRET', secretArn);
  acknowledge(
    fn,
    'IAM5[Resource::arn:aws:ssm:<AWS::Region>:<AWS::AccountId>:parameter/aws/reference/secretsmanager/*]',
    'Reads references to secrets; the permission on the one secret decides which',
  );
  fn.may(
    { actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] },
    {
      actions: ['ssm:GetParameter'],
      resources: [`arn:aws:ssm:${Aws.REGION}:${Aws.ACCOUNT_ID}:parameter/aws/reference/secretsmanager/*`],
    },
  );
};

/** What a function does with topics and groups. */
export interface KafkaUse {
  topics: readonly string[];
  topicActions: readonly string[];
  groups?: readonly string[];
  groupActions?: readonly string[];
}

/**
 * May do this with these topics and groups of the cluster and no others: stages that share one cannot reach each other's.
 * Brokers that are not MSK's know no roles.
 */
export const mayUseKafka = (fn: BunkoFunction, stage: Stage, use: KafkaUse): void => {
  const source = kafkaSource(fn, stage);
  if (source.kind !== 'msk') return;
  const { topics, topicActions, groups = [], groupActions = [] } = use;
  const prefixed = (actions: readonly string[]) => actions.map((action) => `kafka-cluster:${action}`);
  const partsOf = (kind: string, names: readonly string[]) =>
    names.map((name) => partOf(source.clusterArn, kind, name));
  fn.may(
    { actions: ['kafka-cluster:Connect', 'kafka-cluster:DescribeCluster'], resources: [source.clusterArn] },
    { actions: prefixed(topicActions), resources: partsOf('topic', topics) },
  );
  if (groups.length > 0) fn.may({ actions: prefixed(groupActions), resources: partsOf('group', groups) });
};

/** ARN of a topic or group: that of the cluster, `…:cluster/<name>/<uuid>`, with another kind and the name at its end. */
const partOf = (clusterArn: string, kind: string, name: string): string => {
  const halves = Fn.split(':cluster/', clusterArn);
  return Fn.join('', [Fn.select(0, halves), `:${kind}/`, Fn.select(1, halves), `/${name}`]);
};
