import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import type { Row } from '../../../platform/view-store/port.ts';
import { type HoldRow, holdKey, OFFERED, QueueRow, queueKey } from './view.ts';

type Heard = Recorded<HeardBy<'holds'>>;
type Fields = Readonly<Record<string, unknown>>;

/** Two rows per event: the hold, and the queue in which it waits or waited. */
export const holds: RowsProjection<'holds'> = {
  listener: 'holds',
  keysOf: ({ data: { memberId, holdId, volumeId } }) => [holdKey(memberId, holdId), queueKey(volumeId)],
  project: (event, [hold, queue]) => {
    const { memberId, holdId, volumeId } = event.data;
    const waiting = queue ? QueueRow.parse(queue).waiting : [];
    return [
      { ...holdAfter(notOffered(hold), event), ...holdKey(memberId, holdId) },
      { volumeId, waiting: queueAfter(waiting, event), ...queueKey(volumeId) },
    ];
  },
};

const holdAfter = (hold: Fields, event: Heard): Fields => {
  switch (event.type) {
    case 'lending.hold-placed': {
      const { placedAt, place: _, ...placed } = event.data;
      return { ...placed, status: 'waiting', createdAt: placedAt } satisfies HoldRow;
    }
    case 'lending.hold-put-back':
      return { ...hold, status: 'waiting' };
    case 'lending.hold-offered': {
      const { readyUntil } = event.data;
      return { ...hold, status: 'ready', readyUntil, offeredState: OFFERED, offeredUntil: readyUntil };
    }
    case 'lending.hold-cancelled':
      return { ...hold, status: 'cancelled', endedAt: event.data.cancelledAt };
    case 'lending.hold-expired':
      return { ...hold, status: 'expired', endedAt: event.data.expiredAt };
    case 'lending.hold-fulfilled':
      return { ...hold, status: 'fulfilled', endedAt: event.data.fulfilledAt };
  }
};

const queueAfter = (waiting: QueueRow['waiting'], { type, data }: Heard): QueueRow['waiting'] => {
  const others = waiting.filter(({ holdId }) => holdId !== data.holdId);
  if (type !== 'lending.hold-placed' && type !== 'lending.hold-put-back') return others;
  const { holdId, place } = data;
  return [...others, { holdId, place }].toSorted((a, b) => a.place - b.place);
};

/** Leaves the index of offers: an attribute that is absent is not indexed. */
const notOffered = (row: Row | undefined): Fields => {
  const { offeredState: _, offeredUntil: __, readyUntil: ___, ...hold }: Fields = row ?? {};
  return hold;
};
