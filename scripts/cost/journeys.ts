import { type Library, type Member, PASSWORD, type Reply } from '../../tests/support/library.ts';

/** Something that happens again and again and costs about the same each time. */
export interface Journey {
  prepare(): Promise<void>;
  once(): Promise<void>;
  times: number;
}

const must = (reply: Reply, status: number): Reply => {
  if (reply.status !== status) throw new Error(`expected ${status}: ${JSON.stringify(reply.body)}`);
  return reply;
};
const signedIn = async (library: Library, { email }: Member): Promise<string> => {
  const body = { email, password: PASSWORD };
  return must(await library.call('POST /api/auth/login', { body }), 200).body.accessToken;
};

/** The schedules of one day. */
const idleDay = (library: Library): Journey => ({
  prepare: async () => undefined,
  once: () => library.advance('P1D'),
  times: 3,
});

const visit = async (library: Library, member: Member, volumeId: string): Promise<void> => {
  const token = await signedIn(library, member);
  must(await library.call(`GET /api/volumes/${volumeId}`), 200);
  must(await library.call(`GET /api/volumes/${volumeId}/availability`), 200);
  const loan = { items: [{ volumeId }] };
  const { loanId } = must(await library.call('POST /api/loans', { token, body: loan }), 201).body;
  await library.settled();
  must(await library.call('GET /api/me/records', { token }), 200);
  must(await library.call(`POST /api/loans/${loanId}/return`, { token }), 200);
};

const borrowing = (library: Library): Journey => {
  let visitor: { member: Member; volumeId: string } | undefined;
  return {
    async prepare() {
      const { volumeId } = await library.newVolume(await library.signIn('librarian'), 3);
      visitor = { member: await library.register(), volumeId };
      await library.settled();
    },
    async once() {
      if (visitor) await visit(library, visitor.member, visitor.volumeId);
    },
    times: 20,
  };
};

const PAYS = '4242424242424242';
const address = { name: 'Aki', postalCode: '100-0001', country: 'JP', line1: '1-1' };

/** A product with pieces enough for all orders. */
const newProduct = async (library: Library): Promise<string> => {
  const { token } = await library.signIn('librarian');
  const category = must(await library.call('POST /api/categories', { token, body: { name: 'Stationery' } }), 201);
  const { categoryId } = category.body;
  const product = { name: 'Bookmark', description: 'Thin brass.', categoryId, price: { amount: 880, currency: 'JPY' } };
  const { productId } = must(await library.call('POST /api/products', { token, body: product }), 201).body;
  await library.settled();
  const delivery = { change: 1_000, reason: 'delivery' };
  must(await library.call(`POST /api/products/${productId}/stock`, { token, body: delivery }), 200);
  return productId;
};

const purchase = async (library: Library, member: Member, productId: string): Promise<void> => {
  const token = await signedIn(library, member);
  must(await library.call(`GET /api/products/${productId}`), 200);
  const payment = { cardNumber: PAYS };
  const body = { items: [{ productId, quantity: 1 }], payment, shippingAddress: address };
  const { orderId } = must(await library.call('POST /api/orders', { token, body }), 202).body;
  await library.settled();
  const { status } = must(await library.call(`GET /api/orders/${orderId}`, { token }), 200).body;
  if (status !== 'confirmed') throw new Error(`the order is ${status}`);
};

const ordering = (library: Library): Journey => {
  let customer: { member: Member; productId: string } | undefined;
  return {
    async prepare() {
      customer = { member: await library.register(), productId: await newProduct(library) };
      await library.settled();
    },
    async once() {
      if (customer) await purchase(library, customer.member, customer.productId);
    },
    times: 10,
  };
};

/** What `npm run cost` prices by volume. */
export const journeysAt = (library: Library) => ({
  'idle-day': idleDay(library),
  borrow: borrowing(library),
  order: ordering(library),
});
