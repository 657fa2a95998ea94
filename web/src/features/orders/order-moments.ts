import type { Order } from './order.ts';

/** What happened, without the words that every event of an order begins with. */
export const momentWord = (event: string): string => event.replace(/^shop\.order-/, '');

/** When each thing happened to an order, by what happened; the last time when it happened again. */
export const momentsOf = ({ timeline }: Pick<Order, 'timeline'>): ReadonlyMap<string, string> =>
  new Map(timeline.map(({ event, at }) => [momentWord(event), at]));
