import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import { categories, topicOf } from '../../events/topics.ts';
import { BunkoFunction } from '../constructs/bunko-function.ts';
import { CountAlarm } from '../constructs/count-alarm.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { mayReadLargeCommits } from '../constructs/event-access.ts';
import { kafkaNetwork, kafkaSource, knowsKafka, mayUseKafka } from '../constructs/kafka-access.ts';
import { told } from '../constructs/told-values.ts';
import { commitsBucket, nameIn } from '../names.ts';
import type { KafkaBackbone, Stage } from '../stages.ts';

/** The bus and the relay: the one reader of the event table's stream, and the only publisher. */
export class BackboneStack extends Stack {
  private readonly stage: Stage;

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id);
    this.stage = stage;
    const bus = new EventBus(this, 'bus', { eventBusName: nameIn(stage, 'events') });
    const relay = this.relay(bus);
    if (stage.backbone.kind === 'kafka') this.throughTopics(relay, stage.backbone);
    this.readsTheStream(relay);
    if (stage.alarms) this.alarms(relay);
  }

  private relay(bus: EventBus): BunkoFunction {
    const { stage } = this;
    const relay = new BunkoFunction(this, 'relay', {
      stage,
      name: 'relay',
      service: 'platform',
      entry: 'functions/platform/relay/handler.ts',
      timeout: Duration.seconds(60),
      ...kafkaNetwork(this, stage),
      environment: {
        BUS_NAME: bus.eventBusName,
        BACKBONE: stage.backbone.kind,
        COMMITS_BUCKET: commitsBucket(this, stage),
      },
    });
    mayReadLargeCommits(relay, stage);
    relay.may({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] });
    return relay;
  }

  private throughTopics(relay: BunkoFunction, { topicPrefix, cluster }: KafkaBackbone): void {
    const topics = categories.map((category) => topicOf(topicPrefix, category));
    knowsKafka(relay, this.stage);
    mayUseKafka(relay, this.stage, { topics, topicActions: ['DescribeTopic', 'WriteData'] });
    const source = kafkaSource(this, this.stage);
    const isOpen = source.kind === 'brokers' && source.secretArn === undefined;
    // Brokers that let anybody in create topics by themselves.
    if (!isOpen) this.topics(topics, cluster.kind === 'shared');
  }

  /** Clusters that know who comes create no topics by themselves. In a cluster of somebody else a stage removes its own. */
  private topics(topics: readonly string[], isGuest: boolean): void {
    const { stage } = this;
    const fn = new BunkoFunction(this, 'topics', {
      stage,
      name: 'topics',
      service: 'platform',
      entry: 'functions/platform/topics/handler.ts',
      timeout: Duration.minutes(2),
      ...kafkaNetwork(this, stage),
      environment: { TOPICS: topics.join(',') },
    });
    knowsKafka(fn, stage);
    const topicActions = ['CreateTopic', 'DescribeTopic', ...(isGuest ? ['DeleteTopic'] : [])];
    mayUseKafka(fn, stage, { topics, topicActions });
    new Trigger(this, 'create-topics', { handler: fn.lambda, timeout: Duration.minutes(2) });
  }

  private readsTheStream(relay: BunkoFunction): void {
    const { stage } = this;
    const deadLetters = new DeadLetterQueue(this, 'relay-dead-letters', { stage, of: 'relay' });
    deadLetters.takesFailuresOf(relay);
    const stream = told(this, stage.name, 'event-stream');
    relay.may(
      {
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [stream],
      },
      { actions: ['dynamodb:ListStreams'], resources: ['*'] },
      { actions: ['kms:Decrypt'], resources: [told(this, stage.name, 'data-key')] },
    );
    new CfnEventSourceMapping(this, 'event-table', {
      functionName: relay.lambda.functionArn,
      eventSourceArn: stream,
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
    const { stage } = this;
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
