import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { contractOf } from '../../events/catalog.ts';
import { type Listener, subscriptions } from '../../events/subscriptions.ts';
import { type Category, sourceOf } from '../../events/topics.ts';
import { acknowledge } from '../acknowledge.ts';
import { nameIn } from '../names.ts';
import type { BunkoFunction } from './bunko-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Ground } from './domain.ts';
import { kafkaSource } from './kafka-access.ts';
import { KafkaMapping } from './kafka-mapping.ts';
import { polling } from './redriven-queue.ts';

interface HearingProps {
  ground: Ground;
  listener: Listener;
  fn: BunkoFunction;
}

/** A message that a function could not even answer for this often goes to the dead-letter queue. */
const MOST_RECEIVES = 10;

/** How the events of a subscription reach its function, with dead letters whatever the way. */
export class Hearing extends Construct {
  readonly categories: readonly Category[];
  private readonly props: HearingProps;
  private readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: HearingProps) {
    super(scope, id);
    this.props = props;
    this.categories = categoriesOf(props.listener);
    this.deadLetters = new DeadLetterQueue(this, 'dead-letters', { stage: props.ground.stage, of: props.listener });
  }

  throughTheBackbone(): void {
    const { stage } = this.props.ground;
    if (stage.backbone.kind === 'kafka') this.throughTopics();
    else this.throughTheBus();
  }

  /** The whole category comes, not only the types heard: a listener that sees each version has no gaps to fill. */
  throughTheBus(): void {
    const { ground, listener, fn } = this.props;
    const queue = new Queue(this, 'queue', {
      queueName: nameIn(ground.stage, listener),
      visibilityTimeout: Duration.seconds(120),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: MOST_RECEIVES },
      enforceSSL: true,
    });
    new Rule(this, 'rule', {
      ruleName: nameIn(ground.stage, listener),
      eventBus: ground.backbone.bus,
      eventPattern: { source: this.categories.map(sourceOf) },
      targets: [new SqsQueue(queue, { deadLetterQueue: this.deadLetters.queue })],
    });
    fn.may({ actions: [...polling], resources: [queue.queueArn] });
    new CfnEventSourceMapping(this, 'mapping', {
      functionName: fn.lambda.functionArn,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
    });
  }

  private throughTopics(): void {
    const { ground, listener, fn } = this.props;
    const { backbone } = ground.stage;
    if (backbone.kind !== 'kafka') throw new Error(`${ground.stage.name} has no topics`);
    this.deadLetters.takesFailuresOf(fn);
    if (ground.cluster) this.mayConsume(ground.cluster.clusterArn);
    for (const category of this.categories)
      new KafkaMapping(this, category, {
        stage: ground.stage,
        backbone,
        source: kafkaSource(this, ground.cluster),
        listener,
        category,
        target: fn.lambda,
        deadLetterQueueArn: this.deadLetters.queue.queueArn,
      });
  }

  private mayConsume(clusterArn: string): void {
    const { ground, listener, fn } = this.props;
    const { region, account } = ground.data;
    const partOf = (kind: string, name: string) =>
      `arn:aws:kafka:${region}:${account}:${kind}/${nameIn(ground.stage, 'kafka')}/*/${name}`;
    for (const part of [partOf('topic', '*'), partOf('group', `${nameIn(ground.stage, listener)}-*`)])
      acknowledge(
        fn,
        `IAM5[Resource::${part.replace(region, '<AWS::Region>').replace(account, '<AWS::AccountId>')}]`,
        'The unique part of a cluster ARN is not known beforehand; topics belong to the one cluster of the stage',
      );
    fn.may(
      { actions: ['kafka-cluster:Connect', 'kafka-cluster:DescribeCluster'], resources: [clusterArn] },
      {
        actions: ['kafka:DescribeCluster', 'kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers'],
        resources: [clusterArn],
      },
      { actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'], resources: [partOf('topic', '*')] },
      {
        actions: ['kafka-cluster:DescribeGroup', 'kafka-cluster:AlterGroup'],
        resources: [partOf('group', `${nameIn(ground.stage, listener)}-*`)],
      },
      {
        actions: [
          'ec2:CreateNetworkInterface',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeVpcs',
          'ec2:DeleteNetworkInterface',
          'ec2:DescribeSubnets',
          'ec2:DescribeSecurityGroups',
        ],
        resources: ['*'],
      },
    );
  }
}

/** The categories in which the types of a subscription are written. */
export const categoriesOf = (listener: Listener): readonly Category[] => [
  ...new Set(subscriptions[listener].flatMap((type) => contractOf(type)?.category ?? [])),
];
