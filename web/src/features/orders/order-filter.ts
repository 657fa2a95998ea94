import { type OrderStatus, orderStatuses } from './order.ts';

/** What orders are looked for by; an empty word does not filter. Days are days in the library. */
export interface OrderFilter {
  status: OrderStatus | '';
  productId: string;
  from: string;
  to: string;
  q: string;
}

const dayIn = (text: string | null): string => (text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '');

/** The filter that an address asks for; what it gets wrong counts as left out. */
export const filterOf = (address: URLSearchParams): OrderFilter => ({
  status: orderStatuses.find((status) => status === address.get('status')) ?? '',
  productId: address.get('productId') ?? '',
  from: dayIn(address.get('from')),
  to: dayIn(address.get('to')),
  q: address.get('q') ?? '',
});

/** The address of a filter; what is empty is left out. */
export const addressOf = (filter: OrderFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
