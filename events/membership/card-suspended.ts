import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CardId, MemberId } from '../ids.ts';

/** A librarian suspended the card: its member cannot borrow until it is reinstated. */
export const CardSuspended = contract(
  'membership.card-suspended',
  1,
  z.object({ memberId: MemberId, cardId: CardId, reason: z.string() }),
  { category: 'card' },
);
export type CardSuspended = EventOf<typeof CardSuspended>;
