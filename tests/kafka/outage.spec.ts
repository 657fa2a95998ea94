import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { canRunKafka } from '../support/kafka.ts';
import { standingOf } from '../support/kafka-lag.ts';
import { withSystemOnKafka } from '../support/kafka-system.ts';
import type { Library, Member } from '../support/library.ts';

/** Borrowings come this often while the broker comes and goes. */
const EVERY_MS = 200;
const VOLUMES = 4;
const MEMBERS = 25;

interface Acknowledged {
  member: Member;
  volumeId: string;
  loanId: string;
}

const membersAndVolumes = async (library: Library) => {
  const librarian = await library.signIn('librarian');
  const volumes: string[] = [];
  while (volumes.length < VOLUMES) volumes.push((await library.newVolume(librarian, MEMBERS)).volumeId);
  const members: Member[] = [];
  while (members.length < MEMBERS) members.push(await library.register(`Member ${members.length}`));
  await library.settled();
  return { volumes, members };
};

/** Every member borrows every volume, one borrowing after the other's time, whatever happens meanwhile. */
const borrowing = async (library: Library, volumes: readonly string[], members: readonly Member[]) => {
  const wishes = volumes.flatMap((volumeId) => members.map((member) => ({ member, volumeId })));
  const answers: Promise<Acknowledged>[] = [];
  for (const { member, volumeId } of wishes) {
    const answer = library.borrow(member, volumeId).then(({ status, body }) => {
      expect(status).toBe(201);
      return { member, volumeId, loanId: String(body.loanId) };
    });
    answers.push(answer);
    await pause(EVERY_MS);
  }
  return Promise.all(answers);
};

describe.skipIf(!(await canRunKafka('the outages of Apache Kafka')))('a broker that goes in the middle of load', () => {
  const system = withSystemOnKafka();

  it('stopped, and later killed, and back each time: what was acknowledged arrives everywhere, once', async () => {
    const { library, kafka } = system();
    const { volumes, members } = await membersAndVolumes(library);
    const outages = async () => {
      await pause(4_000);
      await kafka.stop();
      // With what it takes to come back, it is gone for some five seconds.
      await pause(1_000);
      await kafka.start();
      await pause(2_000);
      await kafka.kill();
      await kafka.start();
    };
    const [loans] = await Promise.all([borrowing(library, volumes, members), outages()]);
    expect(loans).toHaveLength(VOLUMES * MEMBERS);
    await library.settled();

    for (const member of members) {
      const { items } = (await library.call('GET /api/me/records?limit=100', member)).body;
      const theirs = loans.filter((loan) => loan.member === member).map(({ loanId }) => loanId);
      expect(items.map(({ loanId }: { loanId: string }) => loanId).toSorted()).toEqual(theirs.toSorted());
      expect(await library.mailsTo(member, 'borrowed')).toHaveLength(VOLUMES);
      expect((await library.call('GET /api/me/notifications', member)).body).toMatchObject({
        unreadCount: VOLUMES + 1,
      });
    }
    const ranking = (await library.call('GET /api/rankings/volumes?period=all-time&limit=100')).body.items;
    for (const volumeId of volumes) {
      expect((await library.call(`GET /api/volumes/${volumeId}/availability`)).body).toMatchObject({
        copies: MEMBERS,
        onLoan: MEMBERS,
        available: 0,
      });
      expect(ranking).toContainEqual(expect.objectContaining({ volumeId, borrowCount: MEMBERS }));
    }
    const { lags } = await standingOf(kafka.brokers);
    expect(Object.entries(lags).filter(([, lag]) => lag !== 0)).toEqual([]);
  }, 240_000);
});
