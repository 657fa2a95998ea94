import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';

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
    if (!stage.alarms) return;
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
