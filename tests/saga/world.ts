import { CategoryId, MemberId, OrderId, ProductId } from '../../events/ids.ts';
import { yen } from '../../events/money.ts';
import { streamName } from '../../events/stream-name.ts';
import type { Category } from '../../events/topics.ts';
import type { CommandContext } from '../../functions/platform/command-context.ts';
import { commandLoop } from '../../functions/platform/command-loop.ts';
import { inMemoryEventStore } from '../../functions/platform/event-store/in-memory.ts';
import type { EventStore, NewEvent } from '../../functions/platform/event-store/port.ts';
import { inMemoryVault } from '../../functions/platform/event-store/vault/in-memory.ts';
import { seededRandom } from '../../local/faults/seeded-random.ts';
import { virtualClock } from '../../local/states/virtual-clock.ts';
import { Died } from './befalling.ts';

export const aki = MemberId.parse('aki');
export const orderId = OrderId.parse('order-1');
/** What is ordered, and how many pieces there are unless a plan says otherwise. */
export const wanted = [
  { productId: ProductId.parse('moon'), quantity: 2, price: 1_500, inStock: 10 },
  { productId: ProductId.parse('star'), quantity: 3, price: 700, inStock: 10 },
] as const;
export const TOTAL = 5_100;
export const NAME = 'Aki Tanaka of Moon Street';

/** A library in memory, on a clock of its own: two products, their stock, and nobody but Aki. */
export const openWorld = async (seed: number, secondInStock: number) => {
  const clock = virtualClock();
  const random = seededRandom(seed, 'commands');
  const vault = inMemoryVault();
  const inMemory = inMemoryEventStore({ vault });
  let isDying = false;
  const store: EventStore = {
    ...inMemory,
    commit: async (commit) => {
      if (isDying) throw new Died('before its commit');
      return inMemory.commit(commit);
    },
  };
  /** Runs work that never comes to commit anything. */
  const dyingBeforeCommit = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    isDying = true;
    try {
      return await work();
    } finally {
      isDying = false;
    }
  };
  const decide = commandLoop(store, {
    pace: { pause: async () => {}, random, uptime: () => clock.now().getTime() },
  });
  let commands = 0;
  const context = (): CommandContext => ({
    commandId: `command-${commands++}`,
    correlationId: 'journey-1',
    causationId: 'request-1',
    actor: { kind: 'member', id: aki },
    now: clock.now(),
  });
  const write = async (category: Category, id: string, events: readonly NewEvent[]) => {
    const { correlationId, causationId, actor, now, commandId } = context();
    const metadata = { correlationId, causationId, actor, occurredAt: now.toISOString() };
    const head = store.unwritten(streamName(category, id));
    await store.commit({ id: commandId, appends: [{ head, events }], metadata });
  };
  for (const [index, { productId, price, inStock }] of wanted.entries()) {
    const stock = index === 1 ? secondInStock : inStock;
    await write('product', productId, [
      {
        type: 'shop.product-created',
        data: {
          productId,
          name: productId,
          description: '',
          categoryId: CategoryId.parse('books'),
          price: yen(price),
          images: [],
          active: true,
        },
      },
    ]);
    await write('stock', productId, [
      { type: 'shop.stock-opened', data: { productId, alertLevel: 0 } },
      { type: 'shop.stock-adjusted', data: { productId, change: stock, reason: 'delivery', stock } },
    ]);
  }
  return { clock, random, vault, store, decide, context, dyingBeforeCommit };
};
export type World = Awaited<ReturnType<typeof openWorld>>;
