import { type Admin, Kafka, logLevel } from 'kafkajs';
import { StartProblem } from './start-problem.ts';

/** As many as a topic of the embedded broker has: what a cluster gives by itself is often one, which nothing shares. */
const PARTITIONS = 4;
/** The cluster decides how often a record is kept. */
const REPLICAS_OF_THE_CLUSTER = -1;

/** The addresses in KAFKA_BROKERS; throws a `StartProblem` for one that is not `host:port`. */
export const brokersOf = (setting: string): string[] => {
  const brokers = setting.split(',').map((one) => one.trim());
  const wrong = brokers.find((one) => !/^(\[[0-9a-fA-F:]+\]|[^\s:]+):\d{1,5}$/.test(one));
  if (wrong === undefined) return brokers;
  throw new StartProblem('bad-kafka-brokers', `KAFKA_BROKERS wants host:port[,host:port…]; "${wrong}" is none`);
};

/** Asks a cluster something; its silence is a `StartProblem`, after a few seconds. */
const asking = async <T>(brokers: readonly string[], ask: (admin: Admin) => Promise<T>): Promise<T> => {
  const admin = new Kafka({
    brokers: [...brokers],
    clientId: 'bunko-start',
    logLevel: logLevel.NOTHING,
    requestTimeout: 5_000,
    retry: { initialRetryTime: 200, retries: 3 },
  }).admin();
  try {
    await admin.connect();
    return await ask(admin);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartProblem(
      'no-kafka',
      `KAFKA_BROKERS names ${brokers.join(',')}, and no Kafka answers there: ${why}. Start it (npm run kafka start), or start without KAFKA_BROKERS to use the embedded broker.`,
    );
  } finally {
    await admin.disconnect();
  }
};

/** Resolves when the cluster answers; rejects with a `StartProblem` that names KAFKA_BROKERS when it does not. */
export const reachCluster = async (brokers: readonly string[]): Promise<void> => {
  await asking(brokers, (admin) => admin.describeCluster());
};

/** Creates those topics that the cluster does not have; rejects as `reachCluster` does. */
export const createMissingTopics = (brokers: readonly string[], topics: readonly string[]): Promise<void> =>
  asking(brokers, async (admin) => {
    const known = new Set(await admin.listTopics());
    const missing = [...new Set(topics)].filter((topic) => !known.has(topic));
    const wanted = { numPartitions: PARTITIONS, replicationFactor: REPLICAS_OF_THE_CLUSTER };
    if (missing.length > 0) await admin.createTopics({ topics: missing.map((topic) => ({ topic, ...wanted })) });
  });
