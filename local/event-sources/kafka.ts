import { type Faults, noFaults } from '../faults/faults.ts';
import type { Activity, FunctionInvoker, Log, Running } from '../ports.ts';
import { kafkaBacklog, type Lag, lagOfCluster } from './kafka-backlog.ts';
import { kafkaClient } from './kafka-client.ts';
import { failureProducer } from './kafka-failure-producer.ts';
import type { KafkaMapping } from './kafka-mapping.ts';
import { startPoller } from './kafka-poller.ts';

export interface KafkaMappingsOptions {
  mappings: readonly KafkaMapping[];
  /** `host:port`; the embedded broker or any Kafka cluster. */
  brokers: readonly string[];
  invoker: FunctionInvoker;
  activity: Activity;
  /** What goes wrong on purpose with deliveries. */
  faults?: Faults;
  log: Log;
  /** Puts a body into the queue of that ARN; rejects when it is not there. */
  deadLetter: (arn: string, body: string) => Promise<void>;
  /** Records produced and not committed by the group, where that is known more cheaply than by asking the cluster. */
  lag?: (group: string, topic: string) => number;
}

/** Starts the enabled mappings; resolves when all have their partitions, rejects when the cluster cannot be reached. */
export const startKafkaMappings = async (options: KafkaMappingsOptions): Promise<Running> => {
  const { brokers, invoker, activity, faults = noFaults, log, deadLetter } = options;
  const mappings = options.mappings.filter(({ enabled }) => enabled);
  let stopping = false;
  const { kafka } = kafkaClient(brokers, log, () => stopping);
  const cluster = lagOfCluster(kafka);
  const lag: Lag = options.lag ?? cluster.lag;
  activity.source(() => (stopping ? [] : kafkaBacklog(mappings, lag)));

  const failures = failureProducer(kafka);
  const needs = { brokers, invoker, faults, log, deadLetter, produce: failures.produce };
  const started = await Promise.allSettled(mappings.map((mapping) => startPoller(mapping, needs)));
  const pollers = started.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
  const stop = async () => {
    stopping = true;
    await Promise.all(pollers.map((poller) => poller.stop()));
    await Promise.all([failures.stop(), cluster.stop()]);
  };

  const failed = started.find((one) => one.status === 'rejected');
  if (!failed) return { stop };
  await stop();
  throw failed.reason;
};
