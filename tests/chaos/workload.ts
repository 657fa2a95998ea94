import * as z from 'zod';
import { CopyId, LoanId, MemberId, SeriesId, VolumeId } from '../../events/ids.ts';
import type { Client } from './client.ts';
import type { LambdaFunction } from './lambda-function.ts';
import type { World } from './world.ts';

const Registered = z.object({ memberId: MemberId });
const Listed = z.object({ seriesId: SeriesId });
const Volume = z.object({ volumeId: VolumeId });
const Lent = z.object({ loanId: LoanId });

interface Library {
  volumes: VolumeId[];
}

/** Makes the series and its volumes, then adds and withdraws copies while members borrow. */
const librarian = async ({ sim: { random } }: World, client: Client, library: Library): Promise<void> => {
  const listed = await client.ask('create-series', {
    title: '月の図書館',
    author: '青木 春',
    genre: 'fantasy',
    publisher: '文庫社',
    firstPublishedOn: '2025-04-01',
  });
  const series = Listed.safeParse(listed.outcome === 'accepted' ? listed.answer : undefined);
  if (!series.success) return;
  const count = random.between(1, 2);
  for (let number = 1; number <= count; number++) {
    const made = await client.ask('create-volume', {
      seriesId: series.data.seriesId,
      title: `月の図書館 ${number}`,
      number,
      publishedOn: '2025-04-01',
      initialCopies: random.between(1, 3),
    });
    if (made.outcome === 'accepted') library.volumes.push(Volume.parse(made.answer).volumeId);
  }
  for (let left = random.between(0, 3); left > 0 && library.volumes.length > 0; left--) {
    await client.pause(random.between(10, 1_500));
    const volumeId = random.pick(library.volumes);
    if (random.chance(0.5)) await client.ask('add-copies', { volumeId, count: random.between(1, 2) });
    else await client.ask('withdraw-copy', { copyId: CopyId.parse(`${volumeId}-${random.between(1, 4)}`) });
  }
};

/** Registers, then borrows and brings back. */
const member = async ({ sim: { random } }: World, client: Client, library: Library, name: string): Promise<void> => {
  const email = `${name}@example.test`;
  const joined = await client.ask('register', { name, email, password: 'a good password' });
  if (joined.outcome !== 'accepted') return;
  const { memberId } = Registered.parse(joined.answer);
  const loans: LoanId[] = [];
  for (let left = random.between(2, 5); left > 0; left--) {
    await client.pause(random.between(5, 1_200));
    const loanId = loans[random.between(0, loans.length)];
    if (loanId !== undefined) {
      const returned = await client.ask('give-back', { memberId, loanId });
      if (returned.outcome === 'accepted') loans.splice(loans.indexOf(loanId), 1);
    } else if (library.volumes.length > 0) {
      const volumeIds = random.chance(0.3) ? library.volumes : [random.pick(library.volumes)];
      const lent = await client.ask('borrow', { memberId, volumeIds: [...volumeIds] });
      if (lent.outcome === 'accepted') loans.push(Lent.parse(lent.answer).loanId);
    }
  }
};

/** Days pass; the schedule says so at least once. */
export const dayBegins = async (
  world: World,
  client: Client,
  beginDay: LambdaFunction,
  days: number,
): Promise<void> => {
  world.passDays(days);
  const now = world.today();
  if (world.faults.strikes('duplicate')) void beginDay.invoke({ now });
  while (!(await beginDay.invoke({ now })).ok) await client.pause(100);
};

const calendar = async (world: World, client: Client, beginDay: LambdaFunction): Promise<void> => {
  const { random } = world.sim;
  for (let left = random.between(0, 2); left > 0; left--) {
    await client.pause(random.between(500, 3_000));
    await dayBegins(world, client, beginDay, random.pick([1, 2, 15, 20]));
  }
};

/** Everybody begins at once. Answers the names of those who have not come to their end yet. */
export const startWorkload = (world: World, client: Client, beginDay: LambdaFunction): (() => readonly string[]) => {
  const library: Library = { volumes: [] };
  const busy = new Set<string>();
  const start = (name: string, work: Promise<void>) => {
    busy.add(name);
    void work.then(() => busy.delete(name));
  };
  start('librarian', librarian(world, client, library));
  for (const name of ['aki', 'mei', 'ren'].slice(0, world.sim.random.between(2, 3)))
    start(name, member(world, client, library, name));
  start('calendar', calendar(world, client, beginDay));
  return () => [...busy];
};
