import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { subscriptions } from '../../events/subscriptions.ts';
import type { FaultRule } from '../../local/faults/fault-plan.ts';
import { expectExactlyOnce, expectGroupsAtTheEnd, expectNothingLeftBehind } from '../support/aftermath.ts';
import { backbones } from '../support/backbones.ts';
import { type Account, accountOf, borrow, bringBack } from '../support/ledger.ts';
import type { Library } from '../support/library.ts';
import { redriveAll } from '../support/redriving.ts';
import { withSystem } from '../support/system.ts';

/** `CHAOS_SEED=7 vitest run --project journeys tests/journeys/chaos.spec.ts` lets the dice fall the same way again. */
const seed = Number(process.env.CHAOS_SEED ?? 20_261_121);
const MEMBERS = 8;
const COPIES = 5;

const everywhere = (at: 'stream' | 'kafka' | 'eventbridge' | 'sqs'): FaultRule[] => [
  { at, kind: 'duplicate', probability: 0.1 },
  { at, kind: 'reorder', probability: 0.2, delayMs: 150 },
  { at, kind: 'delay', probability: 0.05, delayMs: 50 },
];
const crashing = (target: string): FaultRule[] => [
  { at: 'function', kind: 'crash-before', target, probability: 0.03, times: 2 },
  { at: 'function', kind: 'crash-after', target, probability: 0.03, times: 2 },
];
const behindTheCommands = [...Object.keys(subscriptions), 'relay', 'mail-outcomes'];

const rules: FaultRule[] = [
  { at: 'dynamodb', kind: 'lose-answer', probability: 0.2 },
  { at: 'dynamodb', kind: 'throttle', probability: 0.05 },
  { at: 'dynamodb', kind: 'duplicate', probability: 0.05 },
  { at: 'dynamodb', kind: 'delay', probability: 0.1, delayMs: 20 },
  ...(['stream', 'kafka', 'eventbridge', 'sqs'] as const).flatMap(everywhere),
  { at: 'kafka', kind: 'lose-answer', probability: 0.05 },
  { at: 'eventbridge', kind: 'lose-answer', probability: 0.05 },
  { at: 'mail', kind: 'lose-answer', probability: 0.2 },
  { at: 'function', kind: 'crash-after', target: 'bunko-local-borrow', probability: 0.1, times: 4 },
  ...behindTheCommands.flatMap((name) => crashing(`bunko-local-${name}`)),
];

/** What died holding a message of a queue keeps it until its visibility timeout: the clock may move, nobody has to wait. */
const settle = async (library: Library): Promise<void> => {
  for (let patience = 8; ; patience--) {
    const { status, body } = await library.call('GET /_local/idle?timeout=20');
    if (status === 200) return;
    if (patience === 0) throw new Error(`still not idle: ${JSON.stringify(body)}`);
    await library.advance('PT2M');
  }
};

const insisting = { insists: true };

/** Five commands: three borrowings, two returns. */
const live = async (library: Library, account: Account, volumeIds: readonly string[], first: number) => {
  const nth = (index: number) => volumeIds[(first + index) % volumeIds.length] ?? '';
  await borrow(library, account, nth(0), insisting);
  await borrow(library, account, nth(1), insisting);
  await bringBack(library, account, insisting);
  await borrow(library, account, nth(2), insisting);
  await bringBack(library, account, insisting);
};

const Shown = z.object({ rules: z.array(z.object({ at: z.string(), kind: z.string(), fired: z.number() })) });

describe.each(backbones)(`chaos (seed ${seed}, backbone %s)`, (backbone) => {
  const system = withSystem({ backbone });

  it('loses nothing that was acknowledged, doubles nothing, and leaves nobody stuck', async () => {
    const { library, running } = system();
    const librarian = await library.signIn('librarian');
    const volumes = [];
    for (let index = 0; index < 5; index++)
      volumes.push({ volumeId: (await library.newVolume(librarian, COPIES)).volumeId, copies: COPIES });
    const accounts: Account[] = [];
    for (let index = 0; index < MEMBERS; index++) accounts.push(accountOf(await library.register(`Member ${index}`)));
    await library.settled();

    expect((await library.call('POST /_local/faults', { body: { seed, rules } })).status).toBe(200);
    const ids = volumes.map(({ volumeId }) => volumeId);
    await Promise.all(accounts.map((account, index) => live(library, account, ids, index)));
    // The faults go on while the system works off what was asked of it.
    await library.call('GET /_local/idle?timeout=20');
    const shown = Shown.parse((await library.call('GET /_local/faults')).body);
    expect((await library.call('DELETE /_local/faults')).status).toBe(204);
    await settle(library);

    const happened = new Set(shown.rules.filter(({ fired }) => fired > 0).map(({ at, kind }) => `${kind} at ${at}`));
    const carrier = backbone === 'kafka' ? 'kafka' : 'sqs';
    for (const at of ['stream', carrier])
      expect([...happened]).toEqual(expect.arrayContaining([`duplicate at ${at}`, `reorder at ${at}`]));
    expect([...happened]).toEqual(expect.arrayContaining(['lose-answer at dynamodb', 'throttle at dynamodb']));

    const insight = { endpoint: running.endpoint, brokers: running.kafka.brokers };
    // A record that met a fault five times waits for a person; none of them is lost.
    await redriveAll(library, settle);
    await expectNothingLeftBehind(insight);
    await expectExactlyOnce(library, insight, accounts, volumes);
    if (backbone === 'kafka') await expectGroupsAtTheEnd(insight);
  }, 240_000);
});
