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

const Rows = z.array(
  z.object({
    group_id: z.string(),
    topic: z.string(),
    partition: z.number(),
    next_offset: z.number(),
    metadata: z.string().nullable(),
  }),
);

/** Written once, read at every look for what is left to do: what was committed is also remembered. */
const remembered = () => {
  const groups = new Map<string, Map<string, CommittedOffset>>();
  const nameOf = (topic: string, partition: number) => `${partition} ${topic}`;
  return {
    keep(group: string, offset: CommittedOffset): void {
      const offsets = groups.get(group) ?? new Map<string, CommittedOffset>();
      groups.set(group, offsets.set(nameOf(offset.topic, offset.partition), offset));
    },
    of: (group: string, topic: string, partition: number) => groups.get(group)?.get(nameOf(topic, partition)),
    ofGroup: (group: string) => [...(groups.get(group)?.values() ?? [])],
    groups: () => [...groups.keys()],
    forget(group: string, topic: string, partition: number): void {
      groups.get(group)?.delete(nameOf(topic, partition));
      if (groups.get(group)?.size === 0) groups.delete(group);
    },
    forgetGroup: (group: string) => groups.delete(group),
    forgetTopic(topic: string): void {
      for (const [group, offsets] of groups) {
        for (const [name, offset] of offsets) if (offset.topic === topic) offsets.delete(name);
        if (offsets.size === 0) groups.delete(group);
      }
    },
  };
};

/** How far each consumer group has come; durable as soon as `commit` returns. */
export const committedOffsets = (state: State, clock: Clock) => {
  const upsert = state.prepare('INSERT OR REPLACE INTO kafka_commit VALUES (?, ?, ?, ?, ?, ?)');
  const all = state.prepare('SELECT group_id, topic, partition, next_offset, metadata FROM kafka_commit');
  const forget = state.prepare('DELETE FROM kafka_commit WHERE group_id = ? AND topic = ? AND partition = ?');
  const forgetAll = state.prepare('DELETE FROM kafka_commit WHERE group_id = ?');
  const offsets = remembered();
  for (const { group_id, next_offset, ...row } of Rows.parse(all.all()))
    offsets.keep(group_id, { ...row, offset: next_offset });
  return {
    commit(group: string, { topic, partition, offset, metadata }: CommittedOffset): void {
      upsert.run(group, topic, partition, offset, metadata, clock.now().getTime());
      offsets.keep(group, { topic, partition, offset, metadata });
    },
    of: offsets.of,
    ofGroup: offsets.ofGroup,
    groups: offsets.groups,
    forget(group: string, topic: string, partition: number): void {
      forget.run(group, topic, partition);
      offsets.forget(group, topic, partition);
    },
    forgetGroup(group: string): void {
      forgetAll.run(group);
      offsets.forgetGroup(group);
    },
    /** After a topic was erased, its commits with it. */
    forgetTopic: offsets.forgetTopic,
  };
};

export type CommittedOffsets = ReturnType<typeof committedOffsets>;
