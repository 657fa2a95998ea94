import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { CardId, MemberId } from '../ids.ts';

/** A member card was made out; it is valid through its last day. */
export const CardIssued = contract(
  'membership.card-issued',
  1,
  z.object({ memberId: MemberId, cardId: CardId, issuedOn: BusinessDay, validUntil: BusinessDay }),
  { category: 'card' },
);
export type CardIssued = EventOf<typeof CardIssued>;
