import { LEASE_MS, type MailRecords } from './port.ts';

/** Mail records in the memory of this process, for tests and simulation. */
export const inMemoryMailRecords = (): MailRecords => {
  const sent = new Set<string>();
  const leases = new Map<string, number>();
  return {
    async begin(key, now) {
      if (sent.has(key)) return { turn: 'sent' };
      if ((leases.get(key) ?? 0) > now) return { turn: 'unknown' };
      const until = now + LEASE_MS;
      leases.set(key, until);
      return { turn: 'ours', until };
    },
    async sent(key) {
      sent.add(key);
    },
    async giveBack(key, until) {
      if (leases.get(key) === until) leases.delete(key);
    },
  };
};
