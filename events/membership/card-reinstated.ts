import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CardId, MemberId } from '../ids.ts';

/** A librarian lifted the suspension. */
export const CardReinstated = contract(
  'membership.card-reinstated',
  1,
  z.object({ memberId: MemberId, cardId: CardId }),
  { category: 'card' },
);
export type CardReinstated = EventOf<typeof CardReinstated>;
