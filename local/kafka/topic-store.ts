import * as z from 'zod';
import { atomically, type State } from '../state.ts';
import { type ErrorCode, errorCode } from './error-code.ts';

export const MAX_PARTITIONS = 1_000;

/** `ends` holds, per partition, the offset that the next record will get. */
export interface Topic {
  id: number;
  name: string;
  ends: number[];
}

/** The topics, held in memory and in SQLite. Refusals are the protocol's error codes. */
export interface TopicStore {
  get(name: string): Topic | undefined;
  all(): Topic[];
  create(name: string, partitions: number): ErrorCode;
  addPartitions(name: string, total: number): ErrorCode;
  remove(name: string): ErrorCode;
}

const TopicRow = z.object({ id: z.number(), name: z.string(), partitions: z.number() });
const EndRow = z.object({ last_offset: z.number() }).optional();

const isTopicName = (name: string): boolean => /^[A-Za-z0-9._-]{1,249}$/.test(name) && name !== '.' && name !== '..';
const isPartitionCount = (count: number): boolean => count >= 1 && count <= MAX_PARTITIONS;

export const topicStore = (state: State): TopicStore => {
  const topics = new Map(topicsIn(state).map((topic) => [topic.name, topic]));
  const insert = state.prepare('INSERT INTO kafka_topic (name, partitions) VALUES (?, ?)');
  const widen = state.prepare('UPDATE kafka_topic SET partitions = ? WHERE id = ?');

  return {
    get: (name) => topics.get(name),
    all: () => [...topics.values()],
    create(name, partitions) {
      if (!isTopicName(name)) return errorCode.invalidTopic;
      if (topics.has(name)) return errorCode.topicAlreadyExists;
      if (!isPartitionCount(partitions)) return errorCode.invalidPartitions;
      const id = Number(insert.run(name, partitions).lastInsertRowid);
      topics.set(name, { id, name, ends: new Array<number>(partitions).fill(0) });
      return errorCode.none;
    },
    addPartitions(name, total) {
      const topic = topics.get(name);
      if (!topic) return errorCode.unknownTopicOrPartition;
      if (!isPartitionCount(total) || total <= topic.ends.length) return errorCode.invalidPartitions;
      widen.run(total, topic.id);
      while (topic.ends.length < total) topic.ends.push(0);
      return errorCode.none;
    },
    remove(name) {
      const topic = topics.get(name);
      if (!topic) return errorCode.unknownTopicOrPartition;
      erase(state, topic);
      topics.delete(name);
      return errorCode.none;
    },
  };
};

const topicsIn = (state: State): Topic[] => {
  const end = state.prepare(
    'SELECT last_offset FROM kafka_batch WHERE topic_id = ? AND partition = ? ORDER BY base_offset DESC LIMIT 1',
  );
  const rows = z.array(TopicRow).parse(state.prepare('SELECT id, name, partitions FROM kafka_topic').all());
  return rows.map(({ id, name, partitions }) => {
    const endOf = (partition: number) => (EndRow.parse(end.get(id, partition))?.last_offset ?? -1) + 1;
    return { id, name, ends: Array.from({ length: partitions }, (_, partition) => endOf(partition)) };
  });
};

/** Commits go too: a topic of the same name starts again at offset 0. */
const erase = (state: State, { id, name }: Topic): void =>
  atomically(state, () => {
    state.prepare('DELETE FROM kafka_commit WHERE topic = ?').run(name);
    state.prepare('DELETE FROM kafka_batch WHERE topic_id = ?').run(id);
    state.prepare('DELETE FROM kafka_topic WHERE id = ?').run(id);
  });
