import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { CardId, MemberId } from '../ids.ts';

/** The card is valid for another two years, counted from the later of today and its last day. */
export const CardRenewed = contract(
  'membership.card-renewed',
  1,
  z.object({ memberId: MemberId, cardId: CardId, validUntil: BusinessDay }),
  { category: 'card' },
);
export type CardRenewed = EventOf<typeof CardRenewed>;
