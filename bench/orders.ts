import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryAt, type Member } from '../tests/support/library.ts';
import { type Shop, shopAt } from '../tests/support/shop.ts';
import { machine } from './machine.ts';
import { atRate, round, sideBySide, spreadOf } from './measure.ts';
import { priced } from './orders/dollars.ts';
import { publish, sized } from './published.ts';
import { start, stop } from './started-system.ts';

const PORT = 4176;
/** Below what two cores sustain, or waiting in line is all that is measured. */
const RATE = 1;
const STEADY_ORDERS = sized(60, 4);
const SUSTAINED_ORDERS = sized(160, 8);
const PRICED_ORDERS = sized(20, 2);
const MEMBERS = 10;
const PRODUCTS = 10;
const SIDE_BY_SIDE = 8;
const WARM_UP = sized(20, 2);

interface Placed {
  member: Member;
  orderId: string;
}

/** Places orders of one piece, turn by turn by other members and of other products. */
const placing = (shop: Shop, members: readonly Member[], products: readonly string[]) => {
  let count = 0;
  return async (): Promise<Placed> => {
    const [member, productId] = [members[count % members.length], products[(count * 3) % products.length]];
    count += 1;
    if (!member || productId === undefined) throw new Error('nobody to order');
    const { status, body } = await shop.insistOn(member, { productId });
    if (status !== 202) throw new Error(`an order was refused: ${JSON.stringify(body)}`);
    return { member, orderId: body.orderId };
  };
};

const confirmed = async (shop: Shop, { member, orderId }: Placed): Promise<void> => {
  const { status, saga } = await shop.ended(member, orderId);
  if (status !== 'confirmed') throw new Error(`an order is ${status}: ${saga.failureReason}`);
};

const measured = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bunko-bench-'));
  const { child } = await start(dataDir, PORT, {}, 'bench/orders/start-without-latency.ts');
  try {
    const library = libraryAt(`http://localhost:${PORT}`);
    const shop = shopAt(library);
    const librarian = await library.signIn('librarian');
    const [members, products]: [Member[], string[]] = [[], []];
    for (let index = 0; index < MEMBERS; index++) members.push(await library.register());
    for (let index = 0; index < PRODUCTS; index++)
      products.push(await shop.newProduct(librarian, { yen: 1_200, pieces: 1_000 }));
    await library.settled();
    const place = placing(shop, members, products);
    for (let index = 0; index < WARM_UP; index++) await confirmed(shop, await place());
    await library.settled();

    const toConfirmed: number[] = [];
    await atRate(RATE, STEADY_ORDERS, async () => {
      const began = performance.now();
      await confirmed(shop, await place());
      toConfirmed.push(performance.now() - began);
    });
    await library.settled();

    const began = performance.now();
    await sideBySide(SIDE_BY_SIDE, SUSTAINED_ORDERS, async () => confirmed(shop, await place()));
    const seconds = (performance.now() - began) / 1_000;
    return {
      toConfirmedMs: { rate: RATE, ...spreadOf(toConfirmed) },
      ordersPerSecond: round(SUSTAINED_ORDERS / seconds),
    };
  } finally {
    await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
};

export const run = async (): Promise<void> => {
  const times = await measured();
  const { transitionsPerOrder, dollars } = await priced(PRICED_ORDERS);
  const result = {
    bench: 'orders',
    at: new Date().toISOString(),
    machine: machine(),
    ...times,
    transitionsPerOrder,
    dollars,
  };
  publish(result);
};
