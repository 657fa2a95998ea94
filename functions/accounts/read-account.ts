import type { MemberId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import { fold } from '../platform/decider.ts';
import { refuse } from '../platform/http/problem.ts';
import { personalEventStore } from '../platform/personal-wire.ts';
import { type Account, type AccountEvent, account } from './domain/account.ts';
import { type ShownUser, shownUser } from './shown-user.ts';

/** An account as its stream tells it, by a consistent read. */
export const readAccount = async (memberId: MemberId): Promise<Account> => {
  const { events } = await personalEventStore.read(streamName('account', memberId));
  return fold(account, events as readonly AccountEvent[]);
};

/** An account as it is shown to its owner; 404 when there is none any more. */
export const readUser = async (memberId: MemberId): Promise<ShownUser> => {
  const found = await readAccount(memberId);
  return found.status === 'registered' ? shownUser(found) : refuse(404, 'not-found');
};
