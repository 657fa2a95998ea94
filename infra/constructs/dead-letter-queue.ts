import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { BunkoFunction } from './bunko-function.ts';

/** Where that goes which even its function could not set aside; an alarm says so. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { stage, of }: { stage: Stage; of: string }) {
    super(scope, id);
    this.queue = new Queue(this, 'queue', {
      queueName: nameIn(stage, `${of}-dead-letters`),
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
    });
    acknowledge(this.queue, 'SQS3', 'It is a dead-letter queue itself');
    if (stage.alarms) this.alarm(stage, of);
  }

  /** Lambda sends there what the function could not take, in the name of the function. */
  takesFailuresOf(fn: BunkoFunction): void {
    fn.may({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] });
  }

  /** The same for a function that is invoked asynchronously. */
  takesUnheardOf(fn: BunkoFunction): void {
    this.takesFailuresOf(fn);
    const destination = this.queue.queueArn;
    fn.lambda.configureAsyncInvoke({ onFailure: { bind: () => ({ destination }) }, retryAttempts: 2 });
  }

  private alarm(stage: Stage, of: string): void {
    new Alarm(this, 'alarm', {
      alarmName: nameIn(stage, `${of}-dead-letters`),
      alarmDescription: `A record of ${of} could not be processed and waits for a person`,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
