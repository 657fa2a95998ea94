import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';

interface CountAlarmProps {
  stage: Stage;
  /** The domain that counts, or `platform`. */
  service: string;
  metricName: 'Quarantined' | 'HistoryTouched' | 'SagaNeedsAttention';
  description: string;
}

/** Rings when a function counted something that must not be, even once. */
export class CountAlarm extends Construct {
  constructor(scope: Construct, id: string, { stage, service, metricName, description }: CountAlarmProps) {
    super(scope, id);
    new Alarm(this, 'alarm', {
      alarmName: nameIn(stage, `${service}-${metricName}`),
      alarmDescription: description,
      metric: new Metric({
        namespace: 'Bunko',
        metricName,
        dimensionsMap: { service },
        statistic: 'Sum',
        period: Duration.minutes(1),
      }),
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
