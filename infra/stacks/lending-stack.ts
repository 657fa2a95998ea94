import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class LendingStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const lending = new Domain(this, 'lending', ground);

    lending
      .command('borrow')
      .appendsTo('loan', 'patron', 'shelf')
      .consults('card', 'volume')
      .answers('POST /api/loans');
    lending.command('give-back').appendsTo('loan', 'patron', 'shelf').answers('POST /api/loans/{loanId}/return');

    lending.projection('loan-sheet').hears().into('loan-sheet').rebuildable();
    lending.queryOf('loan-sheet').from('loan-sheet').answers('GET /api/loans/{loanId}');
    lending.reaction('notice-overdue').hears().from('loan-sheet').appendsTo('loan');
  }
}
