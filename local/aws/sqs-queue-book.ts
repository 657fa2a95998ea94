import type { Clock, Resource } from '../ports.ts';
import { atomically, type State } from '../state.ts';
import { type MessageAttributes, type MessageCounts, messageTable, type ReceivedMessage } from './sqs-messages.ts';
import { type Queue, QueueProblem, queuesOf } from './sqs-queues.ts';

interface Receive {
  /** At most this many messages. */
  limit: number;
  /** How long they stay hidden; the queue's own visibility timeout unless told. */
  visibilityMs?: number | undefined;
}

/** All queues, in process; the SQS API and the pollers stand on it. */
export interface QueueBook {
  queues: readonly Queue[];
  byArn(arn: string): Queue | undefined;
  byName(name: string): Queue | undefined;
  /** Stores a message for the queue with that ARN and answers its id. Throws a `QueueProblem` when there is no such queue. */
  send(queueArn: string, body: string, attributes?: MessageAttributes, delayMs?: number): string;
  /** Messages that are visible now. */
  receive(queue: Queue, ask: Receive): readonly ReceivedMessage[];
  /** Deletes messages by their receipts; an outdated receipt deletes nothing. */
  remove(queue: Queue, receipts: readonly string[]): void;
  /** Hides a message for `ms` from now; false for an outdated receipt. */
  hide(queue: Queue, receipt: string, ms: number): boolean;
  purge(queue: Queue): void;
  counts(queue: Queue): MessageCounts;
  /** Resolves when a message may have become visible in the queue, at the latest after `ms` of process time. */
  arrival(queue: Queue, ms: number): Promise<void>;
}

/** Opens the queues of the template; their messages are durable, their timers run on the movable clock. */
export const openQueues = (resources: readonly Resource[], state: State, clock: Clock): QueueBook => {
  const queues = queuesOf(resources);
  const byArn = new Map(queues.map((queue) => [queue.arn, queue]));
  const byName = new Map(queues.map((queue) => [queue.name, queue]));
  const messages = messageTable(state);
  const bells = waiters();
  const now = () => clock.now().getTime();
  clock.onMove(async () => bells.ringAll());

  return {
    queues,
    byArn: (arn) => byArn.get(arn),
    byName: (name) => byName.get(name),
    send(queueArn, body, attributes = {}, delayMs) {
      const queue = byArn.get(queueArn);
      if (!queue) throw new QueueProblem(`There is no queue ${queueArn}`);
      const id = messages.add(queue, body, attributes, now(), delayMs ?? queue.delayMs);
      bells.ring(queue.arn);
      return id;
    },
    receive: (queue, { limit, visibilityMs = queue.visibilityMs }) =>
      atomically(state, () => messages.take(queue, limit, visibilityMs, now(), bells.ring)),
    remove: (queue, receipts) =>
      atomically(state, () => {
        for (const receipt of receipts) messages.remove(queue, receipt);
      }),
    hide(queue, receipt, ms) {
      const hidden = messages.hide(queue, receipt, now() + ms);
      bells.ring(queue.arn);
      return hidden;
    },
    purge: messages.purge,
    counts: (queue) => messages.counts(queue, now()),
    arrival(queue, ms) {
      const next = messages.nextVisibleAt(queue);
      return bells.wait(queue.arn, next === undefined ? ms : Math.min(ms, Math.max(0, next - now())));
    },
  };
};

const waiters = () => {
  const waiting = new Map<string, Set<() => void>>();
  const ring = (name: string) => {
    for (const wake of [...(waiting.get(name) ?? [])]) wake();
  };
  return {
    ring,
    ringAll: () => [...waiting.keys()].forEach(ring),
    wait: (name: string, ms: number) =>
      new Promise<void>((resolve) => {
        const here = waiting.get(name) ?? new Set();
        waiting.set(name, here);
        const wake = () => {
          clearTimeout(timer);
          here.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        timer.unref();
        here.add(wake);
      }),
  };
};
