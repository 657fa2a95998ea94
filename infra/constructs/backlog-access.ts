import { Aws, Stack } from 'aws-cdk-lib';
import type { Listener } from '../../events/subscriptions.ts';
import { acknowledge } from '../acknowledge.ts';
import { nameIn } from '../names.ts';
import type { BunkoFunction } from './bunko-function.ts';
import type { Ground } from './domain.ts';
import { brokersParameter, type KafkaNetwork } from './kafka-access.ts';

/** Where a function must be to ask the backbone. */
export const backboneNetwork = ({ cluster }: Ground): { network?: KafkaNetwork } =>
  cluster ? { network: { vpc: cluster.vpc, securityGroups: [cluster.clients] } } : {};

/** May ask how many events listeners have before them; the settings say where. */
export const mayAskBacklog = (fn: BunkoFunction, ground: Ground, listeners: readonly Listener[]): void => {
  const { stage, cluster, backbone } = ground;
  fn.lambda.addEnvironment('BACKBONE', stage.backbone.kind);
  if (stage.backbone.kind === 'kafka') {
    fn.lambda.addEnvironment('KAFKA_BROKERS', cluster ? backbone.brokers : brokersParameter(fn));
    fn.lambda.addEnvironment('KAFKA_ACCESS', cluster ? 'msk-iam' : 'open');
    fn.lambda.addEnvironment('TOPIC_PREFIX', stage.backbone.topicPrefix);
    if (cluster) askGroups(fn, ground, cluster.clusterArn);
  } else askQueues(fn, ground, listeners);
};

const askQueues = (fn: BunkoFunction, { stage }: Ground, listeners: readonly Listener[]): void => {
  const { region, account } = Stack.of(fn);
  fn.lambda.addEnvironment('QUEUE_URL_PREFIX', `https://sqs.${region}.${Aws.URL_SUFFIX}/${account}/`);
  fn.may({
    actions: ['sqs:GetQueueAttributes'],
    resources: listeners.map((listener) =>
      Stack.of(fn).formatArn({ service: 'sqs', resource: nameIn(stage, listener) }),
    ),
  });
};

const askGroups = (fn: BunkoFunction, { stage }: Ground, clusterArn: string): void => {
  const { region, account } = Stack.of(fn);
  const partOf = (kind: string, name: string) =>
    `arn:aws:kafka:${region}:${account}:${kind}/${nameIn(stage, 'kafka')}/*/${name}`;
  const [topics, groups] = [partOf('topic', '*'), partOf('group', nameIn(stage, '*'))];
  for (const part of [topics, groups])
    acknowledge(
      fn,
      `IAM5[Resource::${part.replace(region, '<AWS::Region>').replace(account, '<AWS::AccountId>')}]`,
      'Asks how far every group of the stage is in every topic of its one cluster',
    );
  fn.may(
    { actions: ['kafka-cluster:Connect'], resources: [clusterArn] },
    { actions: ['kafka-cluster:DescribeTopic'], resources: [topics] },
    { actions: ['kafka-cluster:DescribeGroup'], resources: [groups] },
  );
};
