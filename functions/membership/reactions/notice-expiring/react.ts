import { addDays, type BusinessDay } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import type { MemberId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import { NOTICE_DAYS } from '../../domain/decide-card.ts';

type DayBegan = Recorded<HeardBy<'notice-expiring'>>;
interface Needs {
  /** Members whose card ends in these days, both inclusive, and who have not been told. */
  membersWhoseCardEnds: (from: BusinessDay, to: BusinessDay) => AsyncIterable<MemberId>;
  noticeExpiry: (memberId: MemberId, cause: DayBegan) => Promise<void>;
}

/** Each morning the members whose card ends soon are told; safe to repeat, because telling twice says nothing. */
export const noticeExpiringCards =
  ({ membersWhoseCardEnds, noticeExpiry }: Needs) =>
  async (event: DayBegan): Promise<void> => {
    const { day } = event.data;
    for await (const memberId of membersWhoseCardEnds(day, addDays(day, NOTICE_DAYS)))
      await noticeExpiry(memberId, event);
  };
