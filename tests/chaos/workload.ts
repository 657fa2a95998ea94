import * as z from 'zod';
import { CopyId, HoldId, LoanId, MemberId, SeriesId, VolumeId } from '../../events/ids.ts';
import type { Client } from './client.ts';
import type { LambdaFunction } from './lambda-function.ts';
import type { World } from './world.ts';

const Registered = z.object({ memberId: MemberId });
const Listed = z.object({ seriesId: SeriesId });
const Volume = z.object({ volumeId: VolumeId });
const Lent = z.object({ loanId: LoanId });
const Placed = z.object({ holdId: HoldId });

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
    if (random.chance(0.4)) await client.ask('add-copies', { volumeId, count: random.between(1, 2) });
    else {
      const command = random.pick(['withdraw-copy', 'lose-copy', 'find-copy'] as const);
      await client.ask(command, { copyId: CopyId.parse(`${volumeId}-${random.between(1, 3)}`) });
    }
  }
};

/** Registers, then borrows, renews and brings back, and waits for what is not there. */
const member = async ({ sim: { random } }: World, client: Client, library: Library, name: string): Promise<void> => {
  const email = `${name}@example.test`;
  const joined = await client.ask('register', { name, email, password: 'a good password' });
  if (joined.outcome !== 'accepted') return;
  const { memberId } = Registered.parse(joined.answer);
  const loans: LoanId[] = [];
  const holds: HoldId[] = [];
  for (let left = random.between(2, 6); left > 0; left--) {
    await client.pause(random.between(5, 1_200));
    const loanId = loans[random.between(0, loans.length)];
    const holdId = holds[random.between(0, holds.length + 3)];
    if (holdId !== undefined) await client.ask('cancel-hold', { memberId, holdId });
    else if (loanId !== undefined && random.chance(0.3)) await client.ask('renew', { memberId, loanId });
    else if (loanId !== undefined) {
      const returned = await client.ask('give-back', { memberId, loanId });
      if (returned.outcome === 'accepted') loans.splice(loans.indexOf(loanId), 1);
    } else if (library.volumes.length > 0) {
      const volumeIds = random.chance(0.3) ? library.volumes : [random.pick(library.volumes)];
      const lent = await client.ask('borrow', { memberId, volumeIds: [...volumeIds] });
      if (lent.outcome === 'accepted') loans.push(Lent.parse(lent.answer).loanId);
      if (lent.outcome !== 'rejected') continue;
      const placed = await client.ask('place-hold', { memberId, volumeId: random.pick(library.volumes) });
      if (placed.outcome === 'accepted') holds.push(Placed.parse(placed.answer).holdId);
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
    await dayBegins(world, client, beginDay, random.pick([1, 2, 12, 15, 20]));
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
