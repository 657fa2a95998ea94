import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import { categories, topicOf } from '../../events/topics.ts';
import { acknowledge } from '../acknowledge.ts';
import { BunkoFunction } from '../constructs/bunko-function.ts';
import { CountAlarm } from '../constructs/count-alarm.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { mayReadLargeCommits } from '../constructs/event-access.ts';
import { brokersParameter } from '../constructs/kafka-access.ts';
import { MskBrokers } from '../constructs/msk-brokers.ts';
import { commitsBucket, nameIn } from '../names.ts';
import type { KafkaBackbone, Stage } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import type { KafkaClusterStack } from './kafka-cluster-stack.ts';

interface BackboneProps {
  stage: Stage;
  data: DataStack;
  cluster: KafkaClusterStack | undefined;
}

/** The bus and the relay: the one reader of the event table's stream, and the only publisher. */
export class BackboneStack extends Stack {
  readonly bus: EventBus;
  /** Addresses of the Kafka brokers; empty without Kafka. */
  brokers = '';
  private readonly props: BackboneProps;

  constructor(scope: Construct, id: string, props: BackboneProps) {
    super(scope, id);
    this.props = props;
    this.bus = new EventBus(this, 'bus', { eventBusName: nameIn(props.stage, 'events') });
    const relay = this.relay();
    this.readsTheStream(relay);
    if (props.stage.alarms) this.alarms(relay);
  }

  private relay(): BunkoFunction {
    const { stage } = this.props;
    const relay = new BunkoFunction(this, 'relay', {
      stage,
      name: 'relay',
      service: 'platform',
      entry: 'functions/platform/relay/handler.ts',
      timeout: Duration.seconds(60),
      ...this.network,
      environment: {
        BUS_NAME: this.bus.eventBusName,
        BACKBONE: stage.backbone.kind,
        COMMITS_BUCKET: commitsBucket(this, stage),
        ...(stage.backbone.kind === 'kafka' && this.kafkaEnvironment(stage.backbone)),
      },
    });
    mayReadLargeCommits(relay, stage);
    relay.may({ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] });
    if (this.props.cluster) this.mayProduce(relay);
    return relay;
  }

  private get network() {
    const { cluster } = this.props;
    return cluster ? { network: { vpc: cluster.vpc, securityGroups: [cluster.clients] } } : {};
  }

  private kafkaEnvironment({ topicPrefix }: KafkaBackbone) {
    const { cluster } = this.props;
    const brokers = cluster
      ? new MskBrokers(this, 'brokers', { clusterArn: cluster.clusterArn }).addresses
      : brokersParameter(this);
    this.brokers = brokers;
    const environment = {
      KAFKA_BROKERS: brokers,
      KAFKA_ACCESS: cluster ? 'msk-iam' : 'open',
      TOPIC_PREFIX: topicPrefix,
    };
    if (cluster) this.topics(environment);
    return environment;
  }

  /** MSK creates no topics by itself; brokers of one's own have theirs already, or create them. */
  private topics(environment: Readonly<Record<string, string>>): void {
    const { stage } = this.props;
    const topics = new BunkoFunction(this, 'topics', {
      stage,
      name: 'topics',
      service: 'platform',
      entry: 'functions/platform/topics/handler.ts',
      timeout: Duration.minutes(2),
      ...this.network,
      environment: {
        ...environment,
        TOPICS: categories.map((category) => topicOf(environment.TOPIC_PREFIX ?? '', category)).join(','),
      },
    });
    this.mayProduce(topics);
    new Trigger(this, 'create-topics', { handler: topics.lambda, timeout: Duration.minutes(2) });
  }

  private mayProduce(fn: BunkoFunction): void {
    const clusterArn = this.props.cluster?.clusterArn ?? '';
    const { stage } = this.props;
    const partOf = (kind: string, name: string) =>
      `arn:aws:kafka:${this.region}:${this.account}:${kind}/${nameIn(stage, 'kafka')}/*/${name}`;
    acknowledge(
      fn,
      `IAM5[Resource::${partOf('topic', '*').replace(this.region, '<AWS::Region>').replace(this.account, '<AWS::AccountId>')}]`,
      'The relay writes to every topic of the one cluster of the stage',
    );
    fn.may(
      { actions: ['kafka-cluster:Connect'], resources: [clusterArn] },
      {
        actions: ['kafka-cluster:CreateTopic', 'kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData'],
        resources: [partOf('topic', '*')],
      },
    );
  }

  private readsTheStream(relay: BunkoFunction): void {
    const { data, stage } = this.props;
    const deadLetters = new DeadLetterQueue(this, 'relay-dead-letters', { stage, of: 'relay' });
    deadLetters.takesFailuresOf(relay);
    const { tableStreamArn = '' } = data.events;
    relay.may(
      {
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [tableStreamArn],
      },
      { actions: ['dynamodb:ListStreams'], resources: ['*'] },
      { actions: ['kms:Decrypt'], resources: [data.key.keyArn] },
    );
    new CfnEventSourceMapping(this, 'event-table', {
      functionName: relay.lambda.functionArn,
      eventSourceArn: data.events.tableStreamArn,
      // LATEST can miss records while the mapping is being created.
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      maximumBatchingWindowInSeconds: 0,
      parallelizationFactor: 1,
      bisectBatchOnFunctionError: true,
      // As long as the stream keeps a record: an outage of the backbone must not turn events into dead letters.
      maximumRetryAttempts: -1,
      functionResponseTypes: ['ReportBatchItemFailures'],
      destinationConfig: { onFailure: { destination: deadLetters.queue.queueArn } },
    });
  }

  private alarms(relay: BunkoFunction): void {
    const { stage } = this.props;
    new CountAlarm(this, 'history-touched', {
      stage,
      service: 'platform',
      metricName: 'HistoryTouched',
      description: 'Somebody changed or removed a commit of the event table',
    });
    new Alarm(this, 'relay-lag', {
      alarmName: nameIn(stage, 'relay-iterator-age'),
      alarmDescription: 'The relay lags behind the event table',
      metric: relay.lambda.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: Duration.minutes(5).toMilliseconds(),
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
