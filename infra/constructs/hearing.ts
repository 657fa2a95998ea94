import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { contractOf } from '../../events/catalog.ts';
import { type Listener, subscriptions } from '../../events/subscriptions.ts';
import { type Category, sourceOf, topicOf } from '../../events/topics.ts';
import { busArn, groupOf, nameIn } from '../names.ts';
import type { KafkaBackbone } from '../stages.ts';
import type { BunkoFunction } from './bunko-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Ground } from './domain.ts';
import { type KafkaSource, kafkaSource, mayUseKafka } from './kafka-access.ts';
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
      eventBus: EventBus.fromEventBusArn(this, 'bus', busArn(this, ground.stage)),
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
    const source = kafkaSource(this, ground.stage);
    if (source.kind === 'msk') this.mayConsume(source.clusterArn, backbone);
    else this.mayReach(source);
    for (const category of this.categories)
      new KafkaMapping(this, category, {
        stage: ground.stage,
        backbone,
        source,
        listener,
        category,
        target: fn.lambda,
        deadLetterQueueArn: this.deadLetters.queue.queueArn,
      });
  }

  /** The pollers look the cluster up, sign in and read with the role of the function. */
  private mayConsume(clusterArn: string, { topicPrefix }: KafkaBackbone): void {
    const { ground, listener, fn } = this.props;
    mayUseKafka(fn, ground.stage, {
      topics: this.categories.map((category) => topicOf(topicPrefix, category)),
      topicActions: ['DescribeTopic', 'ReadData'],
      groups: this.categories.map((category) => groupOf(ground.stage, listener, category)),
      groupActions: ['DescribeGroup', 'AlterGroup'],
    });
    fn.may({
      actions: ['kafka:DescribeCluster', 'kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers'],
      resources: [clusterArn],
    });
    this.mayJoinNetwork();
  }

  private mayReach({ secretArn, network }: Extract<KafkaSource, { kind: 'brokers' }>): void {
    const { fn } = this.props;
    if (secretArn !== undefined) fn.may({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] });
    if (network) this.mayJoinNetwork();
  }

  private mayJoinNetwork(): void {
    this.props.fn.may({
      actions: [
        'ec2:CreateNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeVpcs',
        'ec2:DeleteNetworkInterface',
        'ec2:DescribeSubnets',
        'ec2:DescribeSecurityGroups',
      ],
      resources: ['*'],
    });
  }
}

/** The categories in which the types of a subscription are written. */
export const categoriesOf = (listener: Listener): readonly Category[] => [
  ...new Set(subscriptions[listener].flatMap((type) => contractOf(type)?.category ?? [])),
];
