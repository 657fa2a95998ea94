import { v7 as uuid } from 'uuid';
import * as z from 'zod';
import type { Library, Member, Reply } from './library.ts';

export const PAYS = '4242424242424242';
/** An address that every carrier finds. */
export const FOUND = '150-0001';

const Money = z.object({ amount: z.number().int(), currency: z.literal('JPY') });
/** An order as its member sees it, as far as journeys look. */
export const SeenOrder = z.object({
  orderId: z.string(),
  status: z.string(),
  total: Money,
  items: z.array(z.object({ productId: z.string(), quantity: z.number() })),
  payment: z.object({ status: z.string(), captured: Money, refunded: Money, last4: z.string() }).optional(),
  shipment: z.object({ trackingNumber: z.string() }).optional(),
  timeline: z.array(z.object({ event: z.string() })),
  saga: z.object({ status: z.string(), failureReason: z.string().optional(), completedAt: z.string().optional() }),
});
export type SeenOrder = z.infer<typeof SeenOrder>;

/** An order with one line; it can be paid and brought unless it says otherwise. */
export interface Wish {
  productId: string;
  quantity?: number;
  cardNumber?: string;
  postalCode?: string;
}

/** A machine that does much else takes its time. */
const PATIENCE_MS = 180_000;
const ENDS = ['confirmed', 'cancelled', 'failed', 'needs-attention'];

const expected = ({ status, body }: Reply, wanted: number) => {
  if (status !== wanted) throw new Error(`expected ${wanted}, got ${status}: ${JSON.stringify(body)}`);
  return body;
};

const asked = ({ token }: Member, { productId, quantity = 1, cardNumber = PAYS, postalCode = FOUND }: Wish) => ({
  token,
  body: {
    items: [{ productId, quantity }],
    payment: { cardNumber },
    shippingAddress: { name: 'Aki', postalCode, country: 'JP', line1: '1-2-3 Jingumae' },
  },
});

/** The shop over HTTP, as its members and its staff use it. */
export const shopAt = (library: Library) => {
  const order = async ({ token }: Member, orderId: string): Promise<SeenOrder | undefined> => {
    const answer = await library.call(`GET /api/orders/${orderId}`, { token });
    // Not seen yet, or nobody had the time to look.
    return answer.status === 404 || answer.status === 503 ? undefined : SeenOrder.parse(expected(answer, 200));
  };
  const whenIn = async (ends: readonly string[], member: Member, orderId: string): Promise<SeenOrder> => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const seen = await order(member, orderId);
      if (seen && ends.includes(seen.status)) return seen;
      if (Date.now() > deadline) throw new Error(`${orderId} is ${seen?.status ?? 'not seen'} in the end`);
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  return {
    order,
    /** A product of a price, with so many pieces. */
    async newProduct(librarian: Member, { yen, pieces }: { yen: number; pieces: number }): Promise<string> {
      const { token } = librarian;
      const category = await library.call('POST /api/categories', {
        token,
        body: { name: `Things ${uuid()}`.slice(0, 50) },
      });
      const body = {
        name: `文庫の栞 ${uuid()}`,
        description: 'A bookmark',
        categoryId: expected(category, 201).categoryId,
        price: { amount: yen, currency: 'JPY' },
      };
      const { productId } = expected(await library.call('POST /api/products', { token, body }), 201);
      const counted = { change: pieces, reason: 'first delivery' };
      expected(await library.call(`POST /api/products/${productId}/stock`, { token, body: counted }), 200);
      return productId;
    },
    /** Asks for an order; answers what came back. */
    place: (member: Member, wish: Wish): Promise<Reply> => library.call('POST /api/orders', asked(member, wish)),
    /** Asks for an order until the answer is one that would not change. */
    insistOn: (member: Member, wish: Wish): Promise<Reply> =>
      library.insist('POST /api/orders', { ...asked(member, wish), headers: { 'idempotency-key': uuid() } }, 240),
    /** All orders of a member, newest first. */
    async ordersOf({ token }: Member): Promise<SeenOrder[]> {
      const page = expected(await library.call('GET /api/me/orders?limit=100', { token }), 200);
      if (page.nextCursor !== null) throw new Error('more orders than a page holds');
      return z.array(SeenOrder).parse(page.items);
    },
    cancel: ({ token }: Member, orderId: string): Promise<Reply> =>
      library.call(`POST /api/orders/${orderId}/cancel`, { token, body: { reason: 'changed my mind' } }),
    /** The order once it has come to an end, or to a person. */
    ended: (member: Member, orderId: string) => whenIn(ENDS, member, orderId),
    /** The order once it is cancelled, also when it was confirmed before. */
    cancelled: (member: Member, orderId: string) => whenIn(['cancelled'], member, orderId),
    async stockOf(productId: string): Promise<number> {
      return expected(await library.call(`GET /api/products/${productId}`), 200).stock;
    },
  };
};
export type Shop = ReturnType<typeof shopAt>;
