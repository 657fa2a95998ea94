import * as z from 'zod';
import type { MemberId } from '../../../../events/ids.ts';
import { partsOf } from '../../../../events/stream-name.ts';
import type { EventStore } from '../../../platform/event-store/port.ts';
import type { ViewStore } from '../../../platform/view-store/port.ts';

const Lent = z.object({ memberId: z.string() });

/**
 * How far a member's records are in a loan's stream. The loan of somebody else (a librarian took it in) will never be
 * among them, so there is nothing to wait for.
 */
export const seenLoan =
  (records: Pick<ViewStore, 'get'>, store: Pick<EventStore, 'read'>, memberId: MemberId) =>
  async (stream: string): Promise<number> => {
    const { guard } = await records.get({ pk: memberId, sk: partsOf(stream).id });
    if (guard > 0) return guard;
    const [opened] = (await store.read(stream)).events;
    const lent = Lent.safeParse(opened?.data);
    return lent.success && lent.data.memberId !== memberId ? Number.POSITIVE_INFINITY : 0;
  };
