import { Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { Domain, type Ground } from '../constructs/domain.ts';
import { nameIn } from '../names.ts';

export class CalendarStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const calendar = new Domain(this, 'calendar', ground);
    const beginDay = calendar.function('begin-day', 'commands/begin-day/handler.ts').appendsTo('calendar');
    const missed = new DeadLetterQueue(this, 'missed-days', { stage: ground.stage, of: 'begin-day' });

    // A schedule invokes asynchronously: a failure of the function itself is not the rule's to keep.
    missed.takesUnheardOf(beginDay.fn);
    new Rule(this, 'midnight', {
      ruleName: nameIn(ground.stage, 'midnight'),
      description: 'A business day begins at midnight in Tokyo, 15:00 UTC',
      schedule: Schedule.cron({ minute: '0', hour: '15' }),
      targets: [new LambdaFunction(beginDay.fn.lambda, { deadLetterQueue: missed.queue })],
    });
  }
}
