import { expect, it } from 'vitest';
import { expectOrdersToAddUp } from '../support/aftermath-of-orders.ts';
import type { Member } from '../support/library.ts';
import { eventsOfOrders, summedUp } from '../support/order-events.ts';
import { shopAt } from '../support/shop.ts';
import { endpointOf, eventually, withSystem } from '../support/system.ts';

const MEMBERS = 25;
/** `RUSH_ORDERS` changes how many there are; a fifth of them finds its piece. */
const ORDERS = Number(process.env.RUSH_ORDERS ?? 100);
const PIECES = ORDERS / 5;
const ENDS = ['confirmed', 'cancelled', 'failed'];

const system = withSystem();

it(`${ORDERS} orders at once for ${PIECES} pieces: none is sold twice, every order ends, and statistics agree with the events to the yen`, async () => {
  const { library, running } = system();
  const shop = shopAt(library);
  const librarian = await library.signIn('librarian');
  const productId = await shop.newProduct(librarian, { yen: 777, pieces: PIECES });
  const members: Member[] = [];
  for (let index = 0; index < MEMBERS; index++) members.push(await library.register(`Member ${index}`));
  await library.settled();

  const asked = Array.from({ length: ORDERS }, (_, index) => members[index % MEMBERS]).flatMap((one) => one ?? []);
  const placed = await Promise.all(asked.map((member) => shop.insistOn(member, { productId })));
  expect(new Set(placed.map(({ status }) => status))).toEqual(new Set([202]));

  const statistics = async () => (await library.call('GET /api/orders/statistics', librarian)).body;
  await eventually(async () => {
    const { byStatus } = await statistics();
    return ENDS.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0) === ORDERS || undefined;
  }, 300);
  await library.settled();

  const told = (
    await Promise.all(members.map(async (member) => (await shop.ordersOf(member)).map((order) => ({ member, order }))))
  ).flat();
  expect(told).toHaveLength(ORDERS);
  const endpoint = await endpointOf(running.url);
  await expectOrdersToAddUp({ library, shop, endpoint }, told, [{ productId, pieces: PIECES }]);
  const sum = summedUp(
    await eventsOfOrders(
      endpoint,
      told.map(({ order }) => order.orderId),
    ),
  );
  console.log(`rush: ${JSON.stringify(sum)}`);
  const { orders, byStatus, revenue } = await statistics();
  const counted = Object.fromEntries(Object.entries(byStatus).filter(([, count]) => count !== 0));
  expect({ orders, byStatus: counted, revenue: revenue.amount }).toEqual(sum);
}, 480_000);
