import { dayOf } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import type { CardId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { becauseOf } from '../../../platform/reaction-context.ts';
import { settled } from '../../../platform/settled.ts';
import { from } from '../../../platform/source.ts';
import { card } from '../../domain/card.ts';
import { decideIssue } from '../../domain/decide-card.ts';

interface Needs {
  newCardId: () => CardId;
  decide: ReturnType<typeof commandLoop>;
}

/** Whoever registers gets a card, issued on the day of the registration. */
export const issueCard =
  ({ newCardId, decide }: Needs) =>
  (event: Recorded<HeardBy<'issue-card'>>): Promise<void> => {
    const { memberId } = event.data;
    const context = becauseOf(event, 'issue-card', memberId);
    const issue = { memberId, cardId: newCardId(), today: dayOf(context.now) };
    return settled(
      decide(context, { own: from('card', memberId, card) }, ({ own }) => ownEvents(decideIssue(issue, own))),
    );
  };
