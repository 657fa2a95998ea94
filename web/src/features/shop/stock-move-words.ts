import type { TFunction } from 'i18next';
import { en } from '../../lib/words/en.ts';
import type { StockMove } from './api/list-stock-history.ts';

type Move = keyof typeof en.shopDesk.moves;

const isMove = (reason: string): reason is Move => Object.hasOwn(en.shopDesk.moves, reason);

/** Why stock moved: what an order did in the reader's language, what a librarian wrote as it was written. */
export const stockMoveWords = ({ reason, orderId }: Pick<StockMove, 'reason' | 'orderId'>, t: TFunction): string =>
  orderId && isMove(reason) ? t(`shopDesk.moves.${reason}`) : reason;
