import type { ReceivedMessage } from '../aws/sqs-messages.ts';
import type { QueueBook } from '../aws/sqs-queue-book.ts';
import { type Queue, QueueProblem } from '../aws/sqs-queues.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import { shaken } from '../faults/shaken-delivery.ts';
import type { Activity, FunctionInvoker, Log, Running } from '../ports.ts';
import { withGrace } from './grace.ts';
import { withinPayload } from './payload-limit.ts';
import { unfinished } from './sqs-answer.ts';
import type { QueueMapping } from './sqs-mapping.ts';
import { filtered, sqsRecord } from './sqs-record.ts';

interface QueueMappingsOptions {
  mappings: readonly QueueMapping[];
  queues: QueueBook;
  invoker: FunctionInvoker;
  activity: Activity;
  /** What goes wrong on purpose with deliveries. */
  faults?: Faults;
  log: Log;
}

interface Poller {
  mapping: QueueMapping;
  queue: Queue;
  queues: QueueBook;
  invoker: FunctionInvoker;
  faults: Faults;
  log: Log;
  stopping: AbortSignal;
  /** Resolves when the poller is told to stop. */
  stopped: Promise<void>;
  /** Set when the state may be closed: what ends later is not acknowledged and comes again. */
  closed: AbortSignal;
}

/** Nothing wakes a poller of an empty queue but a message; the bound only limits what a lost wake could cost. */
const LONGEST_WAIT_MS = 20_000;

/** Starts the pollers from queues to functions. Throws a `QueueProblem` when a mapping names a queue that is not there. */
export const startQueueMappings = ({ mappings, ...parts }: QueueMappingsOptions): Running => {
  const pollers = mappings.map((mapping) => startPoller(mapping, parts));
  return {
    async stop() {
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
  };
};

const startPoller = (mapping: QueueMapping, parts: Omit<QueueMappingsOptions, 'mappings'>): Running => {
  const { queues, invoker, faults = noFaults, log, activity } = parts;
  const queue = queues.byArn(mapping.queueArn);
  if (!queue) throw new QueueProblem(`${mapping.functionName} reads from ${mapping.queueArn}, which is not there`);

  const stop = new AbortController();
  const closing = new AbortController();
  const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  activity.source(() => {
    const { visible, inFlight } = queues.counts(queue);
    return visible + inFlight > 0 ? [`queue ${queue.name} (${visible} waiting, ${inFlight} in flight)`] : [];
  });
  const polling = poll({
    mapping,
    queue,
    queues,
    invoker,
    faults,
    log,
    stopping: stop.signal,
    stopped,
    closed: closing.signal,
  });
  return {
    async stop() {
      stop.abort();
      await withGrace(polling);
      closing.abort();
    },
  };
};

const poll = async (poller: Poller): Promise<void> => {
  const { mapping, queue, queues, stopping, stopped } = poller;
  const running = new Set<Promise<void>>();
  while (!stopping.aborted) {
    if (running.size >= mapping.concurrency) {
      await Promise.race([stopped, ...running]);
      continue;
    }
    const messages = await gather(poller);
    if (messages.length > 0) {
      const work = deliverShaken(poller, messages).finally(() => running.delete(work));
      running.add(work);
    } else await Promise.race([stopped, queues.arrival(queue, LONGEST_WAIT_MS)]);
  }
  await Promise.all(running);
};

/** A full batch, or what came within the window; without a window what is there. */
const gather = async ({ mapping, queue, queues, stopping, stopped }: Poller): Promise<readonly ReceivedMessage[]> => {
  const messages = [...queues.receive(queue, { limit: mapping.batchSize })];
  const deadline = Date.now() + mapping.windowMs;
  while (messages.length > 0 && messages.length < mapping.batchSize && !stopping.aborted) {
    const left = deadline - Date.now();
    if (left <= 0) break;
    await Promise.race([stopped, queues.arrival(queue, left)]);
    messages.push(...queues.receive(queue, { limit: mapping.batchSize - messages.length }));
  }
  return messages;
};

/** What a fault holds when the poller stops is not delivered; it becomes visible again. */
const deliverShaken = async (poller: Poller, messages: readonly ReceivedMessage[]): Promise<void> => {
  const { queue, faults, stopping } = poller;
  const { now, waitMs, aside, asideMs } = shaken(faults, 'sqs', queue.name, messages);
  const after = async (ms: number, part: readonly ReceivedMessage[]) => {
    if (ms > 0) await faults.hold(`messages of ${queue.name} come late`, ms);
    if (part.length > 0 && !stopping.aborted) await deliver(poller, part);
  };
  await Promise.all([after(waitMs, now), after(asideMs, aside)]);
};

/** Deletes what is done; the rest becomes visible again after the visibility timeout, as on AWS. */
const deliver = async (poller: Poller, messages: readonly ReceivedMessage[]): Promise<void> => {
  const { mapping, queue, queues, log, closed } = poller;
  const records = messages.map((message) => sqsRecord(message, queue.arn));
  const wanted = records.filter((record) => mapping.wants(filtered(record)));
  const failed = new Set<string>();
  for (const part of withinPayload(wanted)) for (const id of await invoke(poller, part)) failed.add(id);
  if (closed.aborted) return;
  if (failed.size > 0) {
    log.warn('messages failed and come again', {
      queue: queue.name,
      function: mapping.functionName,
      failed: failed.size,
    });
  }
  const done = messages.filter(({ messageId }) => !failed.has(messageId));
  queues.remove(
    queue,
    done.map(({ receiptHandle }) => receiptHandle),
  );
};

const invoke = async ({ mapping, invoker }: Poller, records: readonly ReturnType<typeof sqsRecord>[]) =>
  unfinished(mapping, records, await invoker.invoke(mapping.functionName, { Records: records }));
