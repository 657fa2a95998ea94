import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { KeyEraser } from '../../../platform/event-store/vault/port.ts';

/** Erases the key of a member who left, and with it every personal word in events, topics and backups. */
export const forgetMember =
  ({ erase }: KeyEraser) =>
  ({ data: { memberId } }: Recorded<HeardBy<'forget-member'>>): Promise<void> =>
    erase(memberId);
