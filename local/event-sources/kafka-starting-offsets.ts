import type { Admin, Kafka } from 'kafkajs';
import type { PartitionOffset } from './kafka-commits.ts';
import type { KafkaMapping } from './kafka-mapping.ts';
import { askPatiently } from './kafkajs-faults.ts';

const NOT_COMMITTED = -1;

/**
 * Where partitions begin that the group has never committed. A partition that is not in the answer begins at its start;
 * so nothing is missed in partitions that are added later. Rejects when the cluster does not answer.
 */
export const startingOffsets = async (kafka: Kafka, mapping: KafkaMapping): Promise<PartitionOffset[]> => {
  if (mapping.startingPosition === 'TRIM_HORIZON') return [];
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await askPatiently(() => uncommitted(admin, mapping));
  } finally {
    await admin.disconnect();
  }
};

const uncommitted = async (admin: Admin, mapping: KafkaMapping): Promise<PartitionOffset[]> => {
  const { topic, groupId, startingTimestamp, startingPosition } = mapping;
  const begin =
    startingPosition === 'LATEST'
      ? await admin.fetchTopicOffsets(topic)
      : await admin.fetchTopicOffsetsByTimestamp(topic, startingTimestamp ?? 0);
  const [group] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const known = group?.partitions.filter(({ offset }) => Number(offset) !== NOT_COMMITTED) ?? [];
  const committed = new Set(known.map(({ partition }) => partition));
  return begin
    .filter(({ partition }) => !committed.has(partition))
    .map(({ partition, offset }) => ({ partition, offset: Number(offset) }));
};
