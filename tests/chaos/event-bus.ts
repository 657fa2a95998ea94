import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import * as z from 'zod';
import type { Faults } from './faults.ts';
import type { Feed } from './kafka-mapping.ts';
import type { Instance, Invoked, LambdaFunction } from './lambda-function.ts';
import type { Simulation } from './simulation.ts';
import type { Wire } from './wire.ts';

/** A bus whose rules put what they match into queues. */
export interface EventBus {
  /** The client library as an instance has it. */
  client(me: Instance, wire: Wire): EventBridgeClient;
  /** Every event of these sources goes to the queue. */
  rule(sources: readonly string[], queue: Queue): void;
}
export interface Queue {
  /** `eventId` names what is in the body, which is what failures are counted by. */
  send(body: string, eventId: string): void;
}

const Identified = z.object({ id: z.string() });
type Entry = NonNullable<PutEventsCommand['input']['Entries']>[number];

/** At least once and in no order; a call may be accepted in part. */
export const eventBus = (faults: Faults): EventBus => {
  const rules: { sources: readonly string[]; queue: Queue }[] = [];
  const accept = ({ Source, Detail = '', DetailType }: Entry) => {
    const { id } = Identified.parse(JSON.parse(Detail));
    const body = `{"source":${JSON.stringify(Source)},"detail-type":${JSON.stringify(DetailType)},"detail":${Detail}}`;
    for (const { sources, queue } of rules)
      if (sources.some((source) => source === Source)) {
        queue.send(body, id);
        if (faults.strikes('duplicate')) queue.send(body, id);
      }
  };
  const put = ({ input: { Entries = [] } }: PutEventsCommand) => {
    const answers = Entries.map((entry) => {
      if (faults.strikes('failed-call')) return { ErrorCode: 'ThrottlingException' };
      accept(entry);
      return { EventId: 'accepted' };
    });
    return { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers };
  };
  return {
    rule: (sources, queue) => void rules.push({ sources, queue }),
    client: (me, wire) => {
      const send = (command: PutEventsCommand) =>
        wire.call(me, { what: 'bus.putEvents', work: () => put(command), asksAgain: true });
      return { send } as unknown as EventBridgeClient;
    },
  };
};

interface Message {
  id: string;
  eventId: string;
  body: string;
  receives: number;
  visibleAt: number;
}
const VISIBILITY_MS = 120_000;
const MOST_RECEIVES = 10;
const MOST_MESSAGES = 10;
const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** A queue that feeds a function: in no order, at least once, given up after so many receives. */
export const queueFor = (sim: Simulation, faults: Faults, fn: LambdaFunction): Queue & Feed => {
  const messages = new Map<string, Message>();
  const givenUp: string[] = [];
  let sent = 0;

  const receive = (): readonly Message[] => {
    const visible = [...messages.values()].filter(({ visibleAt }) => visibleAt <= sim.now());
    const taken = sim.random.shuffled(visible).slice(0, sim.random.between(1, MOST_MESSAGES));
    for (const message of taken) {
      message.receives++;
      message.visibleAt = sim.now() + VISIBILITY_MS;
      if (message.receives <= MOST_RECEIVES) continue;
      messages.delete(message.id);
      givenUp.push(`${fn.name} ${message.id}`);
    }
    return taken.filter(({ receives }) => receives <= MOST_RECEIVES);
  };
  const look = () => {
    const taken = receive();
    if (taken.length === 0) return;
    sim.after(1, look);
    sim.after(VISIBILITY_MS, look);
    sim.trace.note(sim.now(), `${fn.name} < queue`, `delivers ${taken.length}`);
    const Records = taken.map(({ id, body }) => ({ messageId: id, body }));
    void fn
      .invoke(
        { Records },
        taken.map(({ eventId }) => eventId),
      )
      .then((result) => {
        const failed = failedIn(taken, result);
        for (const { id } of taken) if (!failed.includes(id) && !faults.strikes('lost-answer')) messages.delete(id);
      });
  };
  return {
    givenUp,
    send(body, eventId) {
      const message = { id: `m${++sent}`, eventId, body, receives: 0, visibleAt: sim.now() };
      messages.set(message.id, message);
      sim.after(faults.strikes('late') ? sim.random.between(50, 5_000) : sim.random.between(1, 30), look);
    },
    backlog: () => (messages.size > 0 ? [`${fn.name} < queue holds ${messages.size} messages`] : []),
  };
};

const failedIn = (taken: readonly Message[], result: Invoked): readonly string[] =>
  result.ok
    ? Answer.parse(result.payload).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
    : taken.map(({ id }) => id);
