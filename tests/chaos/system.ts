import { contractOf } from '../../events/catalog.ts';
import { type Listener, subscriptions } from '../../events/subscriptions.ts';
import { type Category, sourceOf, topicOf } from '../../events/topics.ts';
import { beginDay } from '../../functions/calendar/commands/begin-day/begin-day.ts';
import { closedVault } from '../../functions/platform/event-store/vault/closed.ts';
import { type Apply, takeBatch } from '../../functions/platform/listener/listen.ts';
import { toEventBridge } from '../../functions/platform/relay/event-bridge.ts';
import { toKafka } from '../../functions/platform/relay/kafka.ts';
import { relay } from '../../functions/platform/relay/relay.ts';
import { settled } from '../../functions/platform/settled.ts';
import { type CommandName, commandHandler } from './commands.ts';
import { type EventBus, eventBus, type Queue, queueFor } from './event-bus.ts';
import { type Feed, kafkaMapping } from './kafka-mapping.ts';
import { kafkaTopics, type Topics } from './kafka-topics.ts';
import type { Instance, LambdaFunction } from './lambda-function.ts';
import { loopFor, wirings } from './listeners.ts';
import { tableStream } from './table-stream.ts';
import type { World } from './world.ts';

/** A record that nobody can understand. */
const GARBAGE = '{"garbage":true}';

/** Everything between the commands and the read models, deployed on one backbone. */
export interface System {
  commands: Readonly<Record<CommandName, LambdaFunction>>;
  beginDay: LambdaFunction;
  listeners: ReadonlyMap<Listener, LambdaFunction>;
  feeds: readonly Feed[];
  /** What is not done yet, anywhere. */
  backlog(): readonly string[];
  /** Puts a record where the events of a category are; answers who will get it. */
  poison(category: Category): readonly Listener[];
}

const names: readonly CommandName[] = [
  'register',
  'create-series',
  'create-volume',
  'add-copies',
  'withdraw-copy',
  'lose-copy',
  'find-copy',
  'borrow',
  'give-back',
  'renew',
  'place-hold',
  'cancel-hold',
];
const categoriesOf = (listener: Listener): readonly Category[] => [
  ...new Set(subscriptions[listener].flatMap((type) => contractOf(type)?.category ?? [])),
];

export const systemOn = (world: World): System => {
  const { sim, faults, lambda } = world;
  const listeners = new Map(
    (Object.keys(wirings) as Listener[]).map((name) => [name, listenerFunction(world, name)] as const),
  );
  const backbone = world.backbone === 'kafka' ? onKafka(world, listeners) : onEventBridge(world, listeners);
  const relaying = lambda({
    name: 'relay',
    timeoutMs: 60_000,
    boot: (me) => {
      const work = relay(backbone.publisher(me), world.wire.port(me, 'blobs', world.keeping.blobs));
      return (payload) => work(payload as Parameters<typeof work>[0]);
    },
  });
  const outcomes = lambda({
    name: 'mail-outcomes',
    boot: (me) => {
      const records = world.wire.port(me, 'mail-records', world.mailRecords);
      return (key) => records.sent(String(key), sim.now());
    },
  });
  world.provider.hears(async (key) => (await outcomes.invoke(key)).ok);
  const stream = tableStream(sim, faults, relaying);
  world.onCommit((item) => stream.put(item));
  return {
    commands: Object.fromEntries(
      names.map((name) => [name, lambda({ name, boot: (me) => commandHandler(name)(world, me) })]),
    ) as System['commands'],
    beginDay: lambda({
      name: 'begin-day',
      boot: (me) => {
        const begin = beginDay({ decide: loopFor(world, me) });
        return (payload) => settled(begin('schedule', (payload as { now: Date }).now));
      },
    }),
    listeners,
    feeds: backbone.feeds,
    backlog: () => [...stream.backlog(), ...backbone.feeds.flatMap((feed) => feed.backlog())],
    poison: backbone.poison,
  };
};

/** How often faults may make a record fail: a listener sets it aside the fifth time, and a mail's lease needs four waits. */
const patienceOf = (listener: Listener) => (listener === 'notices' ? 1 : 3);

const listenerFunction = (world: World, listener: Listener): LambdaFunction =>
  world.lambda({
    name: listener,
    patience: patienceOf(listener),
    ...(listener === 'notices' && { timeoutMs: 40_000 }),
    boot: (me) => {
      const wiring = wirings[listener];
      if (!wiring) throw new Error(`nobody wired ${listener}`);
      const deadLetters = world.wire.port(me, 'dead-letters', world.deadLetters);
      const apply = unlessSick(world, listener, wiring(world, me));
      const handle = (payload: unknown) => takeBatch({ listener, apply, deadLetters, vault: closedVault }, payload);
      return world.mutant?.handler?.(handle) ?? handle;
    },
  });

const unlessSick =
  ({ sick, told }: World, listener: Listener, apply: Apply): Apply =>
  async (event) => {
    told(listener, event.id);
    const isSick = listener === sick.listener && !sick.isMended;
    if (isSick) sick.eventId ??= event.id;
    if (isSick && event.id === sick.eventId) throw new Error('cannot take this event yet');
    await apply(event);
  };

interface Backbone {
  publisher(me: Instance): Parameters<typeof relay>[0];
  feeds: readonly Feed[];
  poison: System['poison'];
}
type Listeners = ReadonlyMap<Listener, LambdaFunction>;

const listenersTo = (listeners: Listeners, category: Category): readonly Listener[] =>
  [...listeners.keys()].filter((listener) => categoriesOf(listener).includes(category));

const onKafka = ({ sim, faults, wire }: World, listeners: Listeners): Backbone => {
  const topics: Topics = kafkaTopics();
  const topic = (category: string) => topicOf('bunko.', category as Category);
  return {
    publisher: (me) => toKafka(topics.client(me, wire), topic),
    feeds: [...listeners].flatMap(([listener, fn]) =>
      categoriesOf(listener).map((category) => kafkaMapping(sim, faults, topics, { topic: topic(category), fn })),
    ),
    poison(category) {
      topics.append(topic(category), { key: `garbage-${category}`, value: GARBAGE, headers: {} });
      return listenersTo(listeners, category);
    },
  };
};

const onEventBridge = ({ sim, faults, wire }: World, listeners: Listeners): Backbone => {
  const bus: EventBus = eventBus(faults);
  const queues = new Map(
    [...listeners].map(([listener, fn]): [Listener, Queue & Feed] => {
      const queue = queueFor(sim, faults, fn);
      bus.rule(categoriesOf(listener).map(sourceOf), queue);
      return [listener, queue];
    }),
  );
  return {
    publisher: (me) => toEventBridge(bus.client(me, wire), 'bunko'),
    feeds: [...queues.values()],
    poison(category) {
      const told = listenersTo(listeners, category);
      for (const listener of told) queues.get(listener)?.send(GARBAGE, 'garbage');
      return told;
    },
  };
};
