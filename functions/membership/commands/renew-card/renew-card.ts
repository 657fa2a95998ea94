import { dayOf } from '../../../../events/business-day.ts';
import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { card } from '../../domain/card.ts';
import { decideRenewal } from '../../domain/decide-card.ts';
import { shownCard } from '../../shown-card.ts';

/** `POST /api/me/card/renew`: a member renews the own card. */
export const renewCard =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (memberId: MemberId, context: CommandContext) =>
    decide(context, { card: from('card', memberId, card) }, (states) => {
      const today = dayOf(context.now);
      const decision = decideRenewal({ today }, states.card);
      if (decision.outcome === 'rejected') return decision;
      const { cardId, validUntil } = decision.events[0].data;
      const answer = shownCard({ cardId, status: 'active', validUntil }, today);
      return { outcome: 'accepted', events: { card: decision.events }, answer };
    });
