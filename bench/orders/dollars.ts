import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonLog } from '../../local/log.ts';
import { openMeter, type Reading } from '../../local/observe/meter.ts';
import { startRuntime } from '../../local/runtime.ts';
import { prices, pricesOf } from '../../scripts/cost/prices.ts';
import { resourcesOf } from '../../scripts/cost/stage-resources.ts';
import { memoryOf, usedLines } from '../../scripts/cost/used.ts';
import { libraryAt } from '../../tests/support/library.ts';
import { shopAt } from '../../tests/support/shop.ts';
import { root } from '../../tests/support/system.ts';
import { stepFunctionsAt, transitionsOfSagas } from './transitions.ts';

/** A real gateway and a real carrier keep their own books: ours are no part of what an order costs. */
const OURS = ['payments', 'parcels', 'simulated-carrier'];
const PREFIX = 'bunko-local-';
const ORDERS = 1_000;

/** A reading without what the simulations used, by names without the stage. */
const withoutSimulations = (reading: Reading) =>
  Object.fromEntries(
    Object.entries(reading).map(([measure, amounts]) => [
      measure,
      Object.fromEntries(
        Object.entries(amounts)
          .map(([name, amount]) => [name.replace(PREFIX, ''), amount] as const)
          .filter(([name]) => !OURS.includes(name)),
      ),
    ]),
  );

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Has orders placed one after the other in a system that counts what AWS would charge for, and prices a thousand of them. */
export const priced = async (count: number) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bunko-bench-'));
  const { meter, read } = openMeter();
  const running = await startRuntime({
    ...{ root, dataDir, meter, port: 0, backbone: 'eventbridge', seed: 'accounts', web: false },
    log: jsonLog({ quiet: true }),
  });
  try {
    const library = libraryAt(running.url);
    const shop = shopAt(library);
    const productId = await shop.newProduct(await library.signIn('librarian'), { yen: 1_200, pieces: count + 1 });
    const member = await library.register();
    const order = async () => {
      const { status, body } = await shop.place(member, { productId });
      if (status !== 202) throw new Error(`an order was refused: ${JSON.stringify(body)}`);
      // Who asks again and again would be priced too.
      await library.settled();
      return String(body.orderId);
    };
    // The first one is cold, and is not counted.
    await order();
    read();
    const orderIds: string[] = [];
    for (let index = 0; index < count; index++) orderIds.push(await order());
    const used = withoutSimulations(read());
    const transitions = await transitionsOfSagas(stepFunctionsAt(running.endpoint));
    const ofOrders = orderIds.map((orderId) => {
      const ofOrder = transitions.get(orderId);
      if (ofOrder === undefined) throw new Error(`the saga of ${orderId} has not ended well`);
      return ofOrder;
    });
    return { transitionsPerOrder: mean(ofOrders), dollars: dollarsFor({ times: count, used }, mean(ofOrders)) };
  } finally {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const dollarsFor = (journey: Parameters<typeof usedLines>[0], transitionsPerOrder: number) => {
  const memory = memoryOf(resourcesOf('local', 'eventbridge'), PREFIX);
  const { dollars, per } = prices.transition;
  const parts = Object.fromEntries(
    usedLines(journey, ORDERS, memory).map(({ what, quantity, price }) => [
      what,
      round((quantity * prices[price].dollars) / prices[price].per, 4),
    ]),
  );
  const transitions = round((transitionsPerOrder * ORDERS * dollars) / per, 4);
  const all = { transitions, ...Object.fromEntries(Object.entries(parts).filter(([, amount]) => amount > 0)) };
  const total = round(
    Object.values(all).reduce((sum, amount) => sum + amount, 0),
    4,
  );
  return { per1000Orders: total, parts: all, backbone: 'eventbridge', pricesOf };
};
