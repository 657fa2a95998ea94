import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class LendingStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const lending = new Domain(this, 'lending', ground);
    const { openLoansPerMember, loansPerDay } = ground.stage.lending;

    lending
      .command('borrow', {
        environment: {
          ...(openLoansPerMember !== undefined && { OPEN_LOANS_PER_MEMBER: String(openLoansPerMember) }),
          ...(loansPerDay !== undefined && { LOANS_PER_DAY: String(loansPerDay) }),
        },
      })
      .appendsTo('loan', 'patron', 'shelf')
      .restsOn('card', 'volume')
      .answers('POST /api/loans');
    lending.command('give-back').appendsTo('loan', 'patron', 'shelf').answers('POST /api/loans/{loanId}/return');
    lending.command('renew').appendsTo('loan', 'patron').restsOn('shelf').answers('POST /api/loans/{loanId}/renew');
    lending
      .command('place-hold')
      .appendsTo('patron', 'shelf')
      .restsOn('card', 'volume')
      .claims('hold')
      .answers('POST /api/holds');
    lending.command('cancel-hold').appendsTo('shelf').looksUp('hold').answers('DELETE /api/holds/{holdId}');

    lending.projection('loan-sheet').hears().into('loan-sheet').rebuildable();
    lending.queryOf('loan-sheet').from('loan-sheet').answers('GET /api/loans/{loanId}');
    lending.projection('holds').hears().into('holds').rebuildable();
    lending.queryOf('holds').from('holds').listing('holds').consults('shelf').answers('GET /api/me/holds');

    lending.reaction('notice-due-soon').hears().listingBy('loan-sheet').appendsTo('loan');
    lending.reaction('notice-overdue').hears().listingBy('loan-sheet').appendsTo('loan');
    lending.reaction('expire-holds').hears().listingBy('holds').appendsTo('shelf');
    // Rare, and told to the bus: on topics every loan would wake them.
    lending.reaction('cancel-holds').hearsOnTheBus().appendsTo('shelf');
    lending.reaction('settle-lost-copy').hearsOnTheBus().appendsTo('loan', 'patron').restsOn('loan', 'patron');
  }
}
