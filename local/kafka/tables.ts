import type { State } from '../state.ts';

/** Creates what the broker keeps: one row per record batch, so that a fetch copies bytes and decodes nothing. */
export const createTables = (state: State): void =>
  state.exec(`
    CREATE TABLE IF NOT EXISTS kafka_identity (id INTEGER PRIMARY KEY CHECK (id = 1), cluster_id TEXT NOT NULL, last_producer_id INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS kafka_topic (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, partitions INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS kafka_batch (
      topic_id INTEGER NOT NULL, partition INTEGER NOT NULL, base_offset INTEGER NOT NULL, last_offset INTEGER NOT NULL,
      max_timestamp INTEGER NOT NULL, producer_id INTEGER NOT NULL, producer_epoch INTEGER NOT NULL, base_sequence INTEGER NOT NULL,
      bytes BLOB NOT NULL);
    CREATE UNIQUE INDEX IF NOT EXISTS kafka_batch_place ON kafka_batch (topic_id, partition, base_offset);
    CREATE INDEX IF NOT EXISTS kafka_batch_producer ON kafka_batch (topic_id, partition, producer_id, base_offset) WHERE producer_id >= 0;
    CREATE TABLE IF NOT EXISTS kafka_commit (
      group_id TEXT NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL, next_offset INTEGER NOT NULL,
      metadata TEXT, committed_at INTEGER NOT NULL, PRIMARY KEY (group_id, topic, partition)) WITHOUT ROWID;
  `);
