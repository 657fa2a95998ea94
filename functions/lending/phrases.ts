import { v7 as uuid } from 'uuid';
import { addDays, dayOf } from '../../events/business-day.ts';
import type { BunkoEvent } from '../../events/catalog.ts';
import type { Recorded } from '../../events/envelope.ts';
import { CardId, CopyId, HoldId, LoanId, MemberId, SeriesId, VolumeId } from '../../events/ids.ts';
import { emptyShelf, type Shelf, type ShelfEvent, shelfAfter } from '../../events/shelf.ts';
import { streamName } from '../../events/stream-name.ts';
import type { HeardBy, Listener } from '../../events/subscriptions.ts';
import type { Category } from '../../events/topics.ts';
import type { CommandContext } from '../platform/command-context.ts';
import { commandLoop } from '../platform/command-loop.ts';
import { fold } from '../platform/decider.ts';
import { inMemoryEventStore } from '../platform/event-store/in-memory.ts';
import { heard } from '../platform/listener/heard.ts';
import { recorded } from '../platform/listener/phrases.ts';
import { borrow } from './commands/borrow/borrow.ts';
import { cancelHold } from './commands/cancel-hold/cancel-hold.ts';
import { giveBack } from './commands/give-back/give-back.ts';
import { placeHold } from './commands/place-hold/place-hold.ts';
import { renew } from './commands/renew/renew.ts';
import type { BorrowLimits } from './domain/borrow/borrow-policies.ts';
import { type LoanEvent, loan } from './domain/loan/loan.ts';
import { type PatronEvent, patron } from './domain/patron.ts';
import { cancelHolds } from './reactions/cancel-holds/react.ts';
import { expireHolds } from './reactions/expire-holds/react.ts';
import { settleLostCopy } from './reactions/settle-lost-copy/react.ts';

/** Words of the lending tests. */
export const member = (name: string): MemberId => MemberId.parse(name);
export const volume = (id: string): VolumeId => VolumeId.parse(id);
export const copy = (volumeId: string, number: number): CopyId => CopyId.parse(`${volumeId}-${number}`);
const HOUR = 3_600_000;

/** A lending desk over a store of its own, and a clock that only the test moves. */
export const lendingDesk = ({ limits = {} }: { limits?: BorrowLimits } = {}) => {
  const store = inMemoryEventStore();
  let now = new Date('2026-05-01T03:00:00Z');
  const context = (): CommandContext => ({
    commandId: uuid(),
    correlationId: 'correlation',
    causationId: 'cause',
    actor: { kind: 'operator', id: 'test' },
    now,
  });
  /** As another module of the house would write it. */
  const told = async (category: Category, id: string, ...events: readonly BunkoEvent[]) => {
    const { head } = await store.read(streamName(category, id));
    const { commandId, now: at, ...metadata } = context();
    const appends = [{ head, events }];
    await store.commit({ id: commandId, appends, metadata: { ...metadata, occurredAt: at.toISOString() } });
  };
  const eventsOf = async (category: Category, id: string) => (await store.read(streamName(category, id))).events;
  const readLoan = async (loanId: LoanId) => fold(loan, (await eventsOf('loan', loanId)) as readonly LoanEvent[]);
  const holdsOf = async (memberId: MemberId) =>
    fold(patron, (await eventsOf('patron', memberId)) as readonly PatronEvent[]).holds;
  const shelf = async (volumeId: VolumeId): Promise<Shelf> =>
    ((await eventsOf('shelf', volumeId)) as readonly unknown[] as readonly ShelfEvent[]).reduce(shelfAfter, emptyShelf);
  const findHold = async (holdId: HoldId, at: Date) =>
    (await store.held('hold', holdId, at)) as { volumeId: VolumeId; memberId: MemberId } | undefined;
  /** Each use case as an instance of its own function has it, so that they race as they do in the cloud. */
  const decide = () => commandLoop(store);
  const because = <L extends Listener>(listener: L, type: HeardBy<L>['type'], data: unknown): Recorded<HeardBy<L>> => {
    const event = recorded(type, 'main#any#1', 1, data);
    const one = heard(listener, { ...event, metadata: { ...event.metadata, occurredAt: now.toISOString() } });
    if (!one) throw new Error(`${listener} does not hear ${type}`);
    return one;
  };

  return {
    store,
    told,
    eventsOf,
    readLoan,
    holdsOf,
    shelf,
    because,
    get now() {
      return now;
    },
    hoursPass(hours: number) {
      now = new Date(now.getTime() + hours * HOUR);
    },
    /** A volume in the catalogue with so many copies. */
    async newVolume(id: string, copies: number): Promise<VolumeId> {
      const volumeId = volume(id);
      const described = { volumeId, seriesId: SeriesId.parse('s1'), title: `Title of ${id}`, number: 1 };
      const created = { ...described, publishedOn: '2025-04-01', initialCopies: copies };
      await told('volume', volumeId, { type: 'catalogue.volume-created', data: created });
      const copyIds = Array.from({ length: copies }, (_, index) => copy(volumeId, index + 1));
      await told('shelf', volumeId, { type: 'inventory.shelf-opened', data: { volumeId, copyIds } });
      return volumeId;
    },
    /** A member with a card. */
    async newMember(name: string): Promise<MemberId> {
      const memberId = member(name);
      const today = dayOf(now);
      const issued = {
        memberId,
        cardId: CardId.parse(`card-${name}`),
        issuedOn: today,
        validUntil: addDays(today, 730),
      };
      await told('card', memberId, { type: 'membership.card-issued', data: issued });
      return memberId;
    },
    borrow: (memberId: MemberId, ...volumeIds: VolumeId[]) =>
      borrow({ newLoanId: () => LoanId.parse(uuid()), limits, decide: decide() })(
        { memberId, items: volumeIds.map((volumeId) => ({ volumeId })) },
        context(),
      ),
    giveBack: (memberId: MemberId, loanId: LoanId) =>
      giveBack({ readLoan, decide: decide() })({ loanId, caller: { memberId, isStaff: false } }, context()),
    renew: (memberId: MemberId, loanId: LoanId) =>
      renew({ readLoan, decide: decide() })({ loanId, memberId }, context()),
    placeHold: (memberId: MemberId, volumeId: VolumeId) =>
      placeHold({
        newHoldId: () => HoldId.parse(uuid()),
        volumesWithHolds: async (id) => [...(await holdsOf(id)).values()],
        decide: decide(),
      })({ memberId, volumeId }, context()),
    cancelHold: (memberId: MemberId, holdId: HoldId) =>
      cancelHold({ findHold, decide: decide() })({ holdId, memberId }, context()),
    /** A day begins, and somebody knows that these volumes may have offers that ran out. */
    dayBegins: (...volumeIds: VolumeId[]) =>
      expireHolds({
        async *volumesWithEndedOffers() {
          yield* volumeIds;
        },
        decide: decide(),
      })(because('expire-holds', 'platform.day-began', { day: dayOf(now) })),
    cancelHolds: (event: Recorded<HeardBy<'cancel-holds'>>) => cancelHolds({ holdsOf, decide: decide() })(event),
    settleLostCopy: (event: Recorded<HeardBy<'settle-lost-copy'>>) =>
      settleLostCopy({ readLoan, decide: decide() })(event),
  };
};
export type LendingDesk = ReturnType<typeof lendingDesk>;

/** The answer of a command that must have been accepted. */
export const answerOf = async <Answer>(
  outcome: Promise<{ outcome: 'accepted'; answer: Answer } | { outcome: string }>,
): Promise<Answer> => {
  const result = await outcome;
  if (!('answer' in result)) throw new Error(`not accepted: ${JSON.stringify(result)}`);
  return result.answer;
};
