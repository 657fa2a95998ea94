import { partsOf } from '../../../../events/stream-name.ts';
import type { Inbox } from '../../inbox/port.ts';

/** Categories whose events come to an inbox. */
export const NOTICED = ['account', 'loan'];

/** How far the inboxes are in a stream. Of an account only its first event is told; what follows changes nothing. */
export const seenNotice =
  (inbox: Pick<Inbox, 'seen'>) =>
  async (stream: string): Promise<number> => {
    const seen = await inbox.seen(stream);
    return partsOf(stream).category === 'account' && seen > 0 ? Number.POSITIVE_INFINITY : seen;
  };
