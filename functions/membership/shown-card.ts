import * as z from 'zod';
import { BusinessDay } from '../../events/business-day.ts';
import { CardId } from '../../events/ids.ts';

/** A card as its member sees it; that it has expired follows from the day of the request. */
export const ShownCard = z.object({
  cardId: CardId,
  status: z.enum(['active', 'suspended', 'expired']),
  validUntil: BusinessDay,
});
export type ShownCard = z.infer<typeof ShownCard>;

export const CardRow = z.object({ cardId: CardId, status: z.enum(['active', 'suspended']), validUntil: BusinessDay });

export const shownCard = ({ cardId, status, validUntil }: z.infer<typeof CardRow>, today: BusinessDay): ShownCard => ({
  cardId,
  status: status === 'active' && validUntil < today ? 'expired' : status,
  validUntil,
});
