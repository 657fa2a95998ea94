import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectOrdersToAddUp } from '../support/aftermath-of-orders.ts';
import { type KillableSystem, killableSystem } from '../support/killable-system.ts';
import type { Member } from '../support/library.ts';
import { shopAt, type Wish } from '../support/shop.ts';
import { eventually } from '../support/system.ts';

const MEMBERS = 10;
/** `KILL_ORDERS` changes how many there are; four in five find their piece. */
const ORDERS = Number(process.env.KILL_ORDERS ?? 20);
const PIECES = (ORDERS * 4) / 5;
const PATIENCE_S = 180;
/** So many have ended when the system dies; the others are on their way. */
const ENDED_BEFORE = ORDERS / 10;

/** Most are paid, some are declined, lost, sent nowhere or given back after they were paid. */
const wishes: readonly Omit<Wish, 'productId'>[] = [
  {},
  {},
  { cardNumber: '4000000000000341' },
  { cardNumber: '4000000000000002' },
  { cardNumber: '4000000000000119' },
  { postalCode: '000-0000' },
  { postalCode: '999-9999' },
];

describe(`kill -9 in the middle of ${ORDERS} running orders`, () => {
  let system: KillableSystem;
  beforeAll(async () => {
    system = await killableSystem();
    await system.start();
  }, 300_000);
  afterAll(() => system.discard());

  it('loses none: after the restart every one ends, and stock, money, parcels and mails add up', async () => {
    const { library } = system;
    const shop = shopAt(library);
    const productId = await shop.newProduct(await library.signIn('librarian'), { yen: 980, pieces: PIECES });
    const members: Member[] = [];
    for (let index = 0; index < MEMBERS; index++) members.push(await library.register(`Member ${index}`));
    await library.settled();

    const asked = Array.from({ length: ORDERS }, (_, index) => index).flatMap((index) => {
      const member = members[index % MEMBERS];
      return member ? [shop.insistOn(member, { productId, ...wishes[index % wishes.length] })] : [];
    });
    const orders = async () => (await Promise.all(members.map((member) => shop.ordersOf(member)))).flat();
    const placed = await Promise.all(asked);
    expect(placed.every(({ status }) => status === 202)).toBe(true);
    await eventually(async () => (await orders()).filter(hasEnded).length >= ENDED_BEFORE || undefined, PATIENCE_S);
    const before = await orders();
    await system.kill();
    expect(before.filter((order) => !hasEnded(order)).length).toBeGreaterThan(ENDED_BEFORE);

    await system.start();
    await eventually(async () => (await orders()).filter(hasEnded).length === ORDERS || undefined, PATIENCE_S);
    await library.settled();
    const told = (
      await Promise.all(
        members.map(async (member) => (await shop.ordersOf(member)).map((order) => ({ member, order }))),
      )
    ).flat();
    expect(told.map(({ order }) => order.orderId).toSorted()).toEqual(
      placed.map(({ body }) => body.orderId).toSorted(),
    );
    const { endpoint } = await system.insight();
    await expectOrdersToAddUp({ library, shop, endpoint }, told, [{ productId, pieces: PIECES }]);
  }, 900_000);
});

const hasEnded = ({ status }: { status: string }) => ['confirmed', 'cancelled', 'failed'].includes(status);
