import { ConsumerGroup } from './consumer-group.ts';

/** All groups that have, or have had, members since the broker started. */
export interface BrokerGroups {
  find(id: string): ConsumerGroup | undefined;
  findOrCreate(id: string): ConsumerGroup;
  all(): ConsumerGroup[];
  remove(id: string): void;
  stop(): void;
}

export const brokerGroups = (): BrokerGroups => {
  const groups = new Map<string, ConsumerGroup>();
  return {
    find: (id) => groups.get(id),
    findOrCreate(id) {
      const group = groups.get(id) ?? new ConsumerGroup(id);
      groups.set(id, group);
      return group;
    },
    all: () => [...groups.values()],
    remove: (id) => void groups.delete(id),
    stop() {
      for (const group of groups.values()) group.stop();
    },
  };
};
