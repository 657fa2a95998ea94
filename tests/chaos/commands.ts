import * as z from 'zod';
import { type CopyId, HoldId, LoanId, MemberId, SeriesId, VolumeId } from '../../events/ids.ts';
import { register } from '../../functions/accounts/commands/register/register.ts';
import type { RegisterRequest } from '../../functions/accounts/commands/register/request.ts';
import { createSeries } from '../../functions/catalogue/commands/create-series/create-series.ts';
import type { CreateSeriesRequest } from '../../functions/catalogue/commands/create-series/request.ts';
import { createVolume } from '../../functions/catalogue/commands/create-volume/create-volume.ts';
import type { CreateVolumeRequest } from '../../functions/catalogue/commands/create-volume/request.ts';
import { addCopies } from '../../functions/inventory/commands/add-copies/add-copies.ts';
import { findCopy } from '../../functions/inventory/commands/find-copy/find-copy.ts';
import { loseCopy } from '../../functions/inventory/commands/lose-copy/lose-copy.ts';
import { withdrawCopy } from '../../functions/inventory/commands/withdraw-copy/withdraw-copy.ts';
import { borrow } from '../../functions/lending/commands/borrow/borrow.ts';
import { cancelHold } from '../../functions/lending/commands/cancel-hold/cancel-hold.ts';
import { giveBack } from '../../functions/lending/commands/give-back/give-back.ts';
import { placeHold } from '../../functions/lending/commands/place-hold/place-hold.ts';
import { renew } from '../../functions/lending/commands/renew/renew.ts';
import type { CommandContext } from '../../functions/platform/command-context.ts';
import { FirstAnswer } from '../../functions/platform/http/idempotency.ts';
import type { Outcome } from '../../functions/platform/outcome.ts';
import type { Instance } from './lambda-function.ts';
import { holdsIn, loansIn, loopFor, storeFor } from './listeners.ts';
import type { World } from './world.ts';

/** A request as a client sends it. */
export interface Asked {
  key: string;
  /** A new one for each time it is sent, as the gateway gives it. */
  commandId: string;
  now: Date;
  body: unknown;
}
/** What a client hears, however often it asks. */
export type Heard = z.infer<typeof FirstAnswer> | { outcome: 'busy' };
export interface Bodies {
  register: RegisterRequest;
  'create-series': CreateSeriesRequest;
  'create-volume': CreateVolumeRequest;
  'add-copies': { volumeId: VolumeId; count: number };
  'withdraw-copy': { copyId: CopyId };
  borrow: { memberId: MemberId; volumeIds: readonly VolumeId[] };
  'lose-copy': { copyId: CopyId };
  'find-copy': { copyId: CopyId };
  'give-back': { memberId: MemberId; loanId: LoanId };
  renew: { memberId: MemberId; loanId: LoanId };
  'place-hold': { memberId: MemberId; volumeId: VolumeId };
  'cancel-hold': { memberId: MemberId; holdId: HoldId };
}
export type CommandName = keyof Bodies;
type Run<Body> = (body: Body, context: CommandContext) => Promise<Outcome<unknown, string>>;
type Runs = { readonly [Name in CommandName]: Run<Bodies[Name]> };

const REASON = 'asked for';
const KnownHold = z.object({ volumeId: VolumeId, memberId: MemberId });

const runsOf = (world: World, me: Instance): Runs => {
  const decide = loopFor(world, me);
  const store = storeFor(world, me);
  const add = addCopies({ decide });
  const withdraw = withdrawCopy({ decide });
  const lend = borrow({ newLoanId: () => LoanId.parse(world.nextId('loan')), limits: {}, decide });
  const lose = loseCopy({ decide });
  const find = findCopy({ decide });
  const readLoan = loansIn(store);
  const takeBack = giveBack({ readLoan, decide });
  const keepLonger = renew({ readLoan, decide });
  const wait = placeHold({
    newHoldId: () => HoldId.parse(world.nextId('hold')),
    volumesWithHolds: async (id) => [...(await holdsIn(store)(id)).values()],
    decide,
  });
  const waitNoLonger = cancelHold({
    findHold: async (id, now) => KnownHold.optional().parse(await store.held('hold', id, now)),
    decide,
  });
  return {
    register: register({
      newMemberId: () => MemberId.parse(world.nextId('member')),
      hashPassword: async () => 'hashed',
      decide,
    }),
    'create-series': createSeries({ newSeriesId: () => SeriesId.parse(world.nextId('series')), decide }),
    'create-volume': createVolume({ newVolumeId: () => VolumeId.parse(world.nextId('volume')), decide }),
    'add-copies': ({ volumeId, count }, context) => add(volumeId, { count, reason: REASON }, context),
    'withdraw-copy': ({ copyId }, context) => withdraw(copyId, { reason: REASON }, context),
    'lose-copy': ({ copyId }, context) => lose(copyId, { reason: REASON }, context),
    'find-copy': ({ copyId }, context) => find(copyId, { reason: REASON }, context),
    renew: keepLonger,
    'place-hold': wait,
    'cancel-hold': waitNoLonger,
    borrow: ({ memberId, volumeIds }, context) =>
      lend({ memberId, items: volumeIds.map((volumeId) => ({ volumeId })) }, context),
    'give-back': ({ memberId, loanId }, context) => takeBack({ loanId, caller: { memberId, isStaff: false } }, context),
  };
};

/**
 * The function of one command: was it asked before, do it, keep the answer with the key. The same steps as `httpCommand`
 * takes, without HTTP.
 */
export const commandHandler =
  (name: CommandName) =>
  (world: World, me: Instance): ((payload: unknown) => Promise<Heard>) => {
    const run = runsOf(world, me)[name] as Run<unknown>;
    const store = storeFor(world, me);
    return async (payload) => {
      const { key, commandId, now, body } = payload as Asked;
      const claimOf = (first: unknown) => ({ kind: 'request', key, value: first });
      const kept = await store.held('request', key, now);
      if (kept !== undefined) return FirstAnswer.parse(kept);

      const metadata = { correlationId: key, causationId: commandId, actor: { kind: 'member' as const, id: 'client' } };
      const outcome = await run(body, { ...metadata, commandId, now, once: claimOf });
      if (outcome.outcome === 'busy') return outcome;
      if (outcome.outcome === 'accepted') return { outcome: 'accepted', answer: outcome.answer, seen: {} };
      if (outcome.outcome === 'repeated') return FirstAnswer.parse(outcome.first);

      const claims = [claimOf(outcome)];
      const occurredAt = now.toISOString();
      const result = await store.commit({ id: commandId, appends: [], claims, metadata: { ...metadata, occurredAt } });
      return FirstAnswer.parse(result.outcome === 'taken' ? result.held : outcome);
    };
  };
