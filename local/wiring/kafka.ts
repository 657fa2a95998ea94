import { type Broker, type BrokerOptions, startBroker } from '../kafka/broker.ts';
import { brokersOf, createMissingTopics, reachCluster } from './kafka-cluster.ts';
import type { StopOrder } from './stop-order.ts';

/** Kafka as functions and people reach it; `embedded` is undefined when KAFKA_BROKERS names a real cluster. */
export interface Kafka {
  brokers: readonly string[];
  /** Where functions find it: a port of their own on the embedded broker, so that faults are theirs alone. */
  functionBrokers: readonly string[];
  embedded: Broker | undefined;
  /** Those that are there already stay as they are. */
  createTopics(topics: readonly string[]): Promise<void>;
}

/**
 * Finds the cluster that KAFKA_BROKERS names, or starts the embedded broker; rejects with a `StartProblem` when there is
 * no such cluster.
 */
export const openKafka = async (parts: Omit<BrokerOptions, 'port'>, stops: StopOrder): Promise<Kafka> => {
  const { KAFKA_BROKERS, KAFKA_PORT } = process.env;
  if (KAFKA_BROKERS) {
    const brokers = brokersOf(KAFKA_BROKERS);
    await reachCluster(brokers);
    const createTopics = (topics: readonly string[]) => createMissingTopics(brokers, topics);
    return { brokers, functionBrokers: brokers, embedded: undefined, createTopics };
  }
  const embedded = stops.add('kafka broker', await startBroker({ ...parts, port: Number(KAFKA_PORT ?? 0) }));
  const { brokers, functionBrokers } = embedded;
  const createTopics = async (topics: readonly string[]) => {
    for (const topic of topics) embedded.createTopic(topic);
  };
  return { brokers, functionBrokers, embedded, createTopics };
};
