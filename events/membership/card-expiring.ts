import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { CardId, MemberId } from '../ids.ts';

/** Thirty days before its end, a card is still not renewed. Told once per validity. */
export const CardExpiring = contract(
  'membership.card-expiring',
  1,
  z.object({ cardId: CardId, memberId: MemberId, validUntil: BusinessDay, noticedOn: BusinessDay }),
  { category: 'card' },
);
export type CardExpiring = EventOf<typeof CardExpiring>;
