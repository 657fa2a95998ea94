import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import type { Inbox } from '../../inbox/port.ts';

interface Needs {
  inbox: Pick<Inbox, 'markRead'>;
  decide: ReturnType<typeof commandLoop>;
}

/**
 * A member has read a message of theirs. A mark in the inbox, no event; safe to repeat, so the idempotency key, if there
 * is one, may be kept after it.
 */
export const readNotification =
  ({ inbox, decide }: Needs) =>
  async (
    { memberId, notificationId }: { memberId: MemberId; notificationId: string },
    context: CommandContext,
  ): Promise<Outcome<null, 'not-found'>> => {
    if (!(await inbox.markRead(memberId, notificationId, context.now))) return reject('not-found');
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: null }));
  };
