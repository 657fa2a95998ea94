import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import type { Inbox } from '../../inbox/port.ts';

interface Needs {
  inbox: Pick<Inbox, 'markAllRead'>;
  decide: ReturnType<typeof commandLoop>;
}

/** A member has read everything that is in the inbox now. */
export const readAllNotifications =
  ({ inbox, decide }: Needs) =>
  async (memberId: MemberId, context: CommandContext): Promise<Outcome<null, never>> => {
    await inbox.markAllRead(memberId, context.now);
    return decide(context, {}, () => ({ outcome: 'accepted', events: {}, answer: null }));
  };
