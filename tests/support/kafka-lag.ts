import { Kafka, logLevel } from 'kafkajs';

/** How a cluster stands: what each consumer group of the system has not read yet, and the partitions of its topics. */
export const standingOf = async (brokers: readonly string[]) => {
  const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const { groups } = await admin.listGroups();
    const ours = groups.map(({ groupId }) => groupId).filter((groupId) => groupId.startsWith('bunko-local-'));
    const { topics } = await admin.fetchTopicMetadata();
    const lags = await Promise.all(
      ours.map(async (groupId) => {
        const committed = await admin.fetchOffsets({ groupId });
        const perTopic = committed.map(async ({ topic, partitions }) => {
          const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, high]));
          return partitions.reduce(
            (sum, { partition, offset }) => sum + Number(ends.get(partition)) - Number(offset),
            0,
          );
        });
        return [groupId, (await Promise.all(perTopic)).reduce((sum, lag) => sum + lag, 0)] as const;
      }),
    );
    const partitions = topics.map(({ name, partitions: all }) => [name, all.length] as const);
    return { lags: Object.fromEntries(lags), partitions: Object.fromEntries(partitions) };
  } finally {
    await admin.disconnect();
  }
};
