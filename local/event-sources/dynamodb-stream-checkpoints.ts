import type { State } from '../state.ts';
import type { StreamPosition } from './dynamodb-stream-reader.ts';

/** Where each mapping stands in its stream, kept in the runtime's state. */
export const checkpoints = (state: State) => {
  state.exec(`CREATE TABLE IF NOT EXISTS stream_checkpoints (
    mapping TEXT PRIMARY KEY, shard_id TEXT NOT NULL, sequence_number TEXT NOT NULL) WITHOUT ROWID`);
  const find = state.prepare('SELECT shard_id, sequence_number FROM stream_checkpoints WHERE mapping = ?');
  const put = state.prepare('INSERT OR REPLACE INTO stream_checkpoints VALUES (?, ?, ?)');

  return {
    of: (mapping: string) => ({
      read(): StreamPosition | undefined {
        const row = find.get(mapping);
        return row && { shardId: String(row.shard_id), sequenceNumber: String(row.sequence_number) };
      },
      write: ({ shardId, sequenceNumber }: StreamPosition) => void put.run(mapping, shardId, sequenceNumber),
    }),
  };
};
