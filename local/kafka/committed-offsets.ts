import * as z from 'zod';
import type { Clock } from '../ports.ts';
import type { State } from '../state.ts';

/** `offset` is the next one to read. */
export interface CommittedOffset {
  topic: string;
  partition: number;
  offset: number;
  metadata: string | null;
}

const Row = z
  .object({ topic: z.string(), partition: z.number(), next_offset: z.number(), metadata: z.string().nullable() })
  .transform(({ next_offset, ...row }): CommittedOffset => ({ ...row, offset: next_offset }));
const GroupRows = z.array(z.object({ group_id: z.string() }));

/** How far each consumer group has come; durable as soon as `commit` returns. */
export const committedOffsets = (state: State, clock: Clock) => {
  const upsert = state.prepare('INSERT OR REPLACE INTO kafka_commit VALUES (?, ?, ?, ?, ?, ?)');
  const columns = 'SELECT topic, partition, next_offset, metadata FROM kafka_commit WHERE group_id = ?';
  const one = state.prepare(`${columns} AND topic = ? AND partition = ?`);
  const all = state.prepare(columns);
  const groups = state.prepare('SELECT DISTINCT group_id FROM kafka_commit');
  const forget = state.prepare('DELETE FROM kafka_commit WHERE group_id = ? AND topic = ? AND partition = ?');
  const forgetAll = state.prepare('DELETE FROM kafka_commit WHERE group_id = ?');
  return {
    commit: (group: string, { topic, partition, offset, metadata }: CommittedOffset): void =>
      void upsert.run(group, topic, partition, offset, metadata, clock.now().getTime()),
    of: (group: string, topic: string, partition: number): CommittedOffset | undefined =>
      Row.optional().parse(one.get(group, topic, partition)),
    ofGroup: (group: string): CommittedOffset[] => z.array(Row).parse(all.all(group)),
    groups: (): string[] => GroupRows.parse(groups.all()).map(({ group_id }) => group_id),
    forget: (group: string, topic: string, partition: number): void => void forget.run(group, topic, partition),
    forgetGroup: (group: string): void => void forgetAll.run(group),
  };
};

export type CommittedOffsets = ReturnType<typeof committedOffsets>;
