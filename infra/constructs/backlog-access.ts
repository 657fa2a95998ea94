import { Aws, Stack } from 'aws-cdk-lib';
import type { Listener } from '../../events/subscriptions.ts';
import { topicOf } from '../../events/topics.ts';
import { groupOf, nameIn } from '../names.ts';
import type { KafkaBackbone, Stage } from '../stages.ts';
import type { BunkoFunction } from './bunko-function.ts';
import { categoriesOf } from './hearing.ts';
import { knowsKafka, mayUseKafka } from './kafka-access.ts';

/** May ask how many events listeners have before them; the settings say where. */
export const mayAskBacklog = (fn: BunkoFunction, stage: Stage, listeners: readonly Listener[]): void => {
  const { backbone } = stage;
  fn.lambda.addEnvironment('BACKBONE', backbone.kind);
  if (backbone.kind === 'kafka') askGroups(fn, stage, backbone, listeners);
  else askQueues(fn, stage, listeners);
};

const askGroups = (fn: BunkoFunction, stage: Stage, backbone: KafkaBackbone, listeners: readonly Listener[]): void => {
  knowsKafka(fn, stage);
  const heard = listeners.flatMap((listener) => categoriesOf(listener).map((category) => ({ listener, category })));
  mayUseKafka(fn, stage, {
    topics: [...new Set(heard.map(({ category }) => topicOf(backbone.topicPrefix, category)))],
    topicActions: ['DescribeTopic'],
    groups: heard.map(({ listener, category }) => groupOf(stage, listener, category)),
    groupActions: ['DescribeGroup'],
  });
};

const askQueues = (fn: BunkoFunction, stage: Stage, listeners: readonly Listener[]): void => {
  const { region, account } = Stack.of(fn);
  fn.lambda.addEnvironment('QUEUE_URL_PREFIX', `https://sqs.${region}.${Aws.URL_SUFFIX}/${account}/`);
  fn.may({
    actions: ['sqs:GetQueueAttributes'],
    resources: listeners.map((listener) =>
      Stack.of(fn).formatArn({ service: 'sqs', resource: nameIn(stage, listener) }),
    ),
  });
};
