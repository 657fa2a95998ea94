import { MemberId } from '../../events/ids.ts';
import { ownEvents } from '../platform/one-stream.ts';
import { becauseOf } from '../platform/reaction-context.ts';
import { settled } from '../platform/settled.ts';
import { from } from '../platform/source.ts';
import { everyRow } from '../platform/view-store/every-row.ts';
import { decide, view } from '../platform/wire.ts';
import { card } from './domain/card.ts';
import { decideExpiryNotice } from './domain/decide-card.ts';
import { AWAITED, AWAITED_BY_LAST_DAY } from './projections/member-card/view.ts';
import { noticeExpiringCards as noticing } from './reactions/notice-expiring/react.ts';

async function* membersWhoseCardEnds(from: string, to: string): AsyncIterable<MemberId> {
  const range = { attribute: 'endsOn', from, to };
  const list = { index: AWAITED_BY_LAST_DAY, partition: ['endState', AWAITED], range } as const;
  for await (const row of everyRow(view('member-card'), list)) yield MemberId.parse(row.pk);
}

/** What stands behind the reminders; apart from the commands, which read no view. */
export const noticeExpiringCards = noticing({
  membersWhoseCardEnds,
  noticeExpiry: (memberId, event) =>
    settled(
      decide(becauseOf(event, 'notice-expiring', memberId), { own: from('card', memberId, card) }, ({ own }) =>
        ownEvents(decideExpiryNotice({ day: event.data.day }, own)),
      ),
    ),
});
