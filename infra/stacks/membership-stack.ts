import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class MembershipStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const membership = new Domain(this, 'membership', ground);

    membership.reaction('issue-card').hearsOnTheBus().appendsTo('card');
    membership.command('renew-card').appendsTo('card').answers('POST /api/me/card/renew');
    membership.command('suspend-card').appendsTo('card').answers('POST /api/members/{memberId}/card/suspend');
    membership.command('reinstate-card').appendsTo('card').answers('POST /api/members/{memberId}/card/reinstate');

    membership.projection('member-card').hears().into('member-card').rebuildable();
    membership.queryOf('member-card').from('member-card').answers('GET /api/me/card');
    membership.reaction('notice-expiring').hears().listingBy('member-card').appendsTo('card');
  }
}
