import type { DeadLetterBox, LetterKey, LettersWanted } from '../../platform/dead-letters/port.ts';
import type { RedriveOrder } from './order.ts';

/** The letters that an order means: taken down before the first is sent, since one that is refused is dead again. */
export const lettersOf = async (
  box: Pick<DeadLetterBox, 'list'>,
  order: RedriveOrder,
): Promise<readonly LetterKey[]> => {
  if ('recordId' in order) return [order];
  const letters: LetterKey[] = [];
  let after: LettersWanted['after'];
  do {
    const limit = Math.min(100, order.limit - letters.length);
    const page = await box.list({ consumer: order.consumer, limit, ...(after && { after }) });
    letters.push(...page.letters);
    after = page.next;
  } while (after && letters.length < order.limit);
  return letters;
};
