import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { account } from '../../domain/account.ts';
import { decideProfile, type ProfileChange } from '../../domain/decide-account.ts';

/** A member changes the own profile. The answer, which is kept with an idempotency key, holds no personal data. */
export const changeProfile =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (memberId: MemberId, change: ProfileChange, context: CommandContext) =>
    decide(context, { account: from('account', memberId, account) }, (states) => {
      const decision = decideProfile(change, states.account);
      if (decision.outcome === 'rejected') return decision;
      return { outcome: 'accepted', events: { account: decision.events }, answer: { memberId } };
    });
