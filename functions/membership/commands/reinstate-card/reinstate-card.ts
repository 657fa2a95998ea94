import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { card } from '../../domain/card.ts';
import { decideReinstatement } from '../../domain/decide-card.ts';

/** `POST /api/members/{memberId}/card/reinstate`: a librarian lifts a suspension. */
export const reinstateCard =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (memberId: MemberId, context: CommandContext) =>
    decide(context, { card: from('card', memberId, card) }, (states) => {
      const decision = decideReinstatement({}, states.card);
      return decision.outcome === 'rejected'
        ? decision
        : { outcome: 'accepted', events: { card: decision.events }, answer: undefined };
    });
