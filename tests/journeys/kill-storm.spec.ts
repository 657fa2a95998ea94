import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectExactlyOnce, expectGroupsAtTheEnd, expectNothingLeftBehind } from '../support/aftermath.ts';
import { type KillableSystem, killableSystem } from '../support/killable-system.ts';
import { type Account, accountOf, borrow, bringBack } from '../support/ledger.ts';
import type { Library } from '../support/library.ts';

/** `STORM_SECONDS` lengthens it. */
const STORM_MS = Number(process.env.STORM_SECONDS ?? 20) * 1_000;
/** From the moment it is ready. */
const KILL_AFTER_MS = 5_000;
const BORROWINGS_A_SECOND = 20;
const MEMBERS = 40;
const VOLUMES = 20;
const COPIES = 10;
/** Members bring one back from here on, so that nobody is refused for having too many. */
const MOST_OPEN = 3;

/** One borrowing in ten is not asked again when its answer does not come: whether it happened is then open, half of it is not. */
const patienceOf = (count: number) => ({ insists: count % 10 !== 0 });

/** Lets members borrow, as many a second as the machine gives, until the storm is over; resolves when all have their answers. */
const rain = async (library: Library, accounts: readonly Account[], volumeIds: readonly string[]): Promise<void> => {
  const over = Date.now() + STORM_MS;
  const atHome = [...accounts];
  const visits = new Set<Promise<void>>();
  const visit = async (account: Account, count: number) => {
    await borrow(library, account, volumeIds[count % volumeIds.length] ?? '', patienceOf(count));
    if (account.open.length >= MOST_OPEN) await bringBack(library, account, { insists: true });
    atHome.push(account);
  };
  for (let count = 1; Date.now() < over; count++) {
    const account = atHome.shift();
    if (account) {
      const going = visit(account, count).finally(() => visits.delete(going));
      visits.add(going);
    }
    await pause(1_000 / BORROWINGS_A_SECOND);
  }
  await Promise.all(visits);
};

/** Kills the system again and again until the storm is over, and leaves it running; answers how often. */
const lightning = async (system: KillableSystem): Promise<number> => {
  const over = Date.now() + STORM_MS;
  for (let kills = 0; ; kills++) {
    await pause(KILL_AFTER_MS);
    if (Date.now() > over) return kills;
    await system.kill();
    await system.start();
  }
};

describe('kill -9 every few seconds', () => {
  let system: KillableSystem;
  beforeAll(async () => {
    system = await killableSystem();
    await system.start();
  });
  afterAll(() => system.discard());

  it('loses nothing that was acknowledged, doubles nothing, and leaves nothing half done', async () => {
    const { library } = system;
    const librarian = await library.signIn('librarian');
    const volumes = [];
    for (let index = 0; index < VOLUMES; index++)
      volumes.push({ volumeId: (await library.newVolume(librarian, COPIES)).volumeId, copies: COPIES });
    const accounts: Account[] = [];
    for (let index = 0; index < MEMBERS; index++) accounts.push(accountOf(await library.register(`Member ${index}`)));
    await library.settled();

    const ids = volumes.map(({ volumeId }) => volumeId);
    const [kills] = await Promise.all([lightning(system), rain(library, accounts, ids)]);
    expect(kills).toBeGreaterThan(1);
    await library.settled();

    const insight = await system.insight();
    await expectNothingLeftBehind(insight);
    await expectExactlyOnce(library, insight, accounts, volumes);
    await expectGroupsAtTheEnd(insight);
    const acknowledged = accounts.reduce((sum, { open, returned }) => sum + open.length + returned.length, 0);
    console.log(`kill storm: ${kills} kills, ${acknowledged} loans acknowledged`);
    expect(acknowledged).toBeGreaterThan(MEMBERS);
  }, 240_000);
});
