import type { OrderId } from '../../../events/ids.ts';
import type { Book } from './port.ts';

/** A book in the memory of this process, over lines that others may look at. */
export const inMemoryBook = <Line>(lines: Map<OrderId, Line>): Book<Line> => ({
  read: async (orderId) => lines.get(orderId),
  turn: async (orderId, rule) => {
    const { line, answer } = rule(lines.get(orderId));
    if (line !== undefined) lines.set(orderId, line);
    return answer;
  },
});
