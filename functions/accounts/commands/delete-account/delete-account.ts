import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { account } from '../../domain/account.ts';
import { decideDelete } from '../../domain/decide-account.ts';
import { loans } from '../../domain/loans.ts';
import { addressKey } from '../../email-address.ts';
import { identityKey } from '../../identity-key.ts';

/**
 * One commit ends the account and every token, frees the address and stops borrowing: it falls when a loan is opened
 * meanwhile. That the personal data goes follows from the event (`forget-member`).
 */
export const deleteAccount =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (memberId: MemberId, context: CommandContext) => {
    const sources = { account: from('account', memberId, account), loans: from('patron', memberId, loans) };
    return decide(context, sources, (states) => {
      const decision = decideDelete(states.account, states.loans);
      if (decision.outcome === 'rejected') return decision;
      const { email, identities } =
        states.account.status === 'registered' ? states.account : { email: '', identities: [] };
      return {
        outcome: 'accepted',
        events: decision.events,
        answer: undefined,
        claims: [{ kind: 'ended', key: memberId, value: true, refusal: 'not-found' as const }],
        releases: [
          { kind: 'email', key: addressKey(email) },
          { kind: 'credentials', key: memberId },
          ...identities.map((identity) => ({ kind: 'identity', key: identityKey(identity) })),
        ],
      };
    });
  };
