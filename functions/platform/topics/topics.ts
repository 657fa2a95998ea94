import type { Admin } from 'kafkajs';
import { PARTITIONS } from './partitions.ts';

/** Creates those of the topics that are not there yet. Safe to repeat. */
export const createMissing = async (admin: Admin, topics: readonly string[]): Promise<void> => {
  const known = await admin.listTopics();
  const missing = topics.filter((topic) => !known.includes(topic));
  await admin.createTopics({ topics: missing.map((topic) => ({ topic, numPartitions: PARTITIONS })) });
};

/** Removes those of the topics that are there. Safe to repeat. */
export const removeAll = async (admin: Admin, topics: readonly string[]): Promise<void> => {
  const known = await admin.listTopics();
  const present = topics.filter((topic) => known.includes(topic));
  if (present.length > 0) await admin.deleteTopics({ topics: present });
};
