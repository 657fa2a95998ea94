import type { MemberId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import { fold } from '../platform/decider.ts';
import { eventStore } from '../platform/wire.ts';
import { type Account, type AccountEvent, account } from './domain/account.ts';

/** An account as its stream tells it, by a consistent read. */
export const readAccount = async (memberId: MemberId): Promise<Account> => {
  const { events } = await eventStore.read(streamName('account', memberId));
  return fold(account, events as readonly AccountEvent[]);
};
