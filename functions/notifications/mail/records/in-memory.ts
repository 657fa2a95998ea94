import { LEASE_MS, type MailRecords } from './port.ts';

/** Mail records in the memory of this process, for tests and simulation. */
export const inMemoryMailRecords = (): MailRecords => {
  const sent = new Set<string>();
  const leases = new Map<string, { until: number; taker: string }>();
  return {
    async begin(key, now, taker) {
      if (sent.has(key)) return { turn: 'sent' };
      const lease = leases.get(key);
      if (lease && lease.until > now)
        return lease.taker === taker ? { turn: 'ours', until: lease.until } : { turn: 'unknown' };
      const until = now + LEASE_MS;
      leases.set(key, { until, taker });
      return { turn: 'ours', until };
    },
    async sent(key) {
      sent.add(key);
    },
    async giveBack(key, until) {
      if (leases.get(key)?.until === until) leases.delete(key);
    },
  };
};
