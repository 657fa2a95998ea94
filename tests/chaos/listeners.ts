import { BusinessDay } from '../../events/business-day.ts';
import { CardId, type LoanId, type MemberId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import type { Listener } from '../../events/subscriptions.ts';
import { openShelf } from '../../functions/inventory/reactions/open-shelf/react.ts';
import { decideNoticeOverdue } from '../../functions/lending/domain/loan/decide-notice-overdue.ts';
import { type LoanEvent, loan } from '../../functions/lending/domain/loan/loan.ts';
import { type PatronEvent, patron } from '../../functions/lending/domain/patron.ts';
import { expireHolds } from '../../functions/lending/reactions/expire-holds/react.ts';
import { noticeLoansDueSoon } from '../../functions/lending/reactions/notice-due-soon/react.ts';
import { noticeOverdueLoans } from '../../functions/lending/reactions/notice-overdue/react.ts';
import { settleLostCopy } from '../../functions/lending/reactions/settle-lost-copy/react.ts';
import { openLoansDue, volumesWithEndedOffers } from '../../functions/lending/sweeps.ts';
import { issueCard } from '../../functions/membership/reactions/issue-card/react.ts';
import { type AddresseeEvent, addressee } from '../../functions/notifications/domain/addressee.ts';
import { sendOnce } from '../../functions/notifications/mail/send-once.ts';
import { librariansIn } from '../../functions/notifications/projections/librarians/view.ts';
import { tellNotice } from '../../functions/notifications/reactions/notices/react.ts';
import { commandLoop } from '../../functions/platform/command-loop.ts';
import { fold } from '../../functions/platform/decider.ts';
import type { EventStore } from '../../functions/platform/event-store/port.ts';
import { heard } from '../../functions/platform/listener/heard.ts';
import type { Apply } from '../../functions/platform/listener/listen.ts';
import { ownEvents } from '../../functions/platform/one-stream.ts';
import { becauseOf } from '../../functions/platform/reaction-context.ts';
import { settled } from '../../functions/platform/settled.ts';
import { from } from '../../functions/platform/source.ts';
import type { ViewStore } from '../../functions/platform/view-store/port.ts';
import { rememberingViewStore } from '../../functions/platform/view-store/remembering.ts';
import type { Instance } from './lambda-function.ts';
import { type Missing, viewFeeds } from './view-feeds.ts';
import type { World } from './world.ts';

/** The store as an instance reaches it, with the planted bug if there is one. */
export const storeFor = ({ wire, store, mutant, announce, keeping }: World, me: Instance): EventStore =>
  wire.port(me, 'store', mutant?.store?.(store, announce, keeping) ?? store, { local: ['unwritten'] });

/** The command loop of one instance: what it remembers dies with it. */
export const loopFor = (world: World, me: Instance) =>
  commandLoop(storeFor(world, me), {
    snapshots: world.wire.port(me, 'snapshots', world.snapshots),
    pace: world.wire.pace(me),
  });

type Wiring = (world: World, me: Instance) => Apply;

/** A view as it is, for those who ask it. */
export const viewOf = ({ views }: World, listener: Listener): ViewStore => {
  const table = views.get(listener);
  if (!table) throw new Error(`there is no view ${listener}`);
  return table.generation(1);
};

/** Loans and holds as the lending domain's own wiring reads them. */
export const loansIn = (store: EventStore) => async (id: LoanId) =>
  fold(loan, (await store.read(streamName('loan', id))).events as readonly LoanEvent[]);
export const holdsIn = (store: EventStore) => async (id: MemberId) =>
  fold(patron, (await store.read(streamName('patron', id))).events as readonly PatronEvent[]).holds;

const reactions: Readonly<Partial<Record<Listener, Wiring>>> = {
  'issue-card': (world, me) => {
    const issue = issueCard({ newCardId: () => CardId.parse(world.nextId('card')), decide: loopFor(world, me) });
    return async (event) => {
      const registered = heard('issue-card', event);
      if (registered) await issue(registered);
    };
  },
  'open-shelf': (world, me) => {
    const open = openShelf({ decide: loopFor(world, me) });
    return async (event) => {
      const created = heard('open-shelf', event);
      if (created) await open(created);
    };
  },
  'notice-overdue': (world, me) => {
    const decide = loopFor(world, me);
    const notice = noticeOverdueLoans({
      openLoansDueBefore: (day) =>
        openLoansDue(world.wire.port(me, 'loan-sheet', viewOf(world, 'loan-sheet')), { to: BusinessDay.parse(day) }),
      noticeOverdue: (loanId, event) =>
        settled(
          decide(becauseOf(event, 'notice-overdue', loanId), { own: from('loan', loanId, loan) }, ({ own }) =>
            ownEvents(decideNoticeOverdue({ day: event.data.day }, own)),
          ),
        ),
    });
    return async (event) => {
      const dayBegan = heard('notice-overdue', event);
      if (dayBegan) await notice(dayBegan);
    };
  },
  'notice-due-soon': (world, me) => {
    const sheet = world.wire.port(me, 'loan-sheet', viewOf(world, 'loan-sheet'));
    const notice = noticeLoansDueSoon({
      openLoansDue: (days) => openLoansDue(sheet, days),
      decide: loopFor(world, me),
    });
    return async (event) => {
      const dayBegan = heard('notice-due-soon', event);
      if (dayBegan) await notice(dayBegan);
    };
  },
  'expire-holds': (world, me) => {
    const holds = world.wire.port(me, 'holds', viewOf(world, 'holds'));
    const expire = expireHolds({
      volumesWithEndedOffers: (now) => volumesWithEndedOffers(holds, now),
      decide: loopFor(world, me),
    });
    return async (event) => {
      const dayBegan = heard('expire-holds', event);
      if (dayBegan) await expire(dayBegan);
    };
  },
  'settle-lost-copy': (world, me) => {
    const settle = settleLostCopy({ readLoan: loansIn(storeFor(world, me)), decide: loopFor(world, me) });
    return async (event) => {
      const lost = heard('settle-lost-copy', event);
      if (lost) await settle(lost);
    };
  },
  notices: (world, me) => {
    const { wire, sim } = world;
    const store = storeFor(world, me);
    const tell = tellNotice({
      librarians: () => librariansIn(viewOf(world, 'librarians')),
      inbox: wire.port(me, 'inbox', world.inbox),
      addresseeOf: async (memberId) =>
        fold(addressee, (await store.read(streamName('account', memberId))).events as readonly AddresseeEvent[]),
      sendOnce: sendOnce({
        records: wire.port(me, 'mail-records', world.mailRecords),
        mailer: world.provider.mailer(me, wire),
        now: sim.now,
        newTaker: () => String(sim.random.between(0, 2 ** 31)),
        pause: wire.pace(me).pause,
      }),
      sent: () => {},
      popular: async () => [],
      unsubscribeAddress: async ({ memberId, kind }) => `https://bunko.test/unsubscribe/${memberId}/${kind}`,
      origin: 'https://bunko.test',
    });
    return async (event) => {
      const told = heard('notices', event);
      if (told) await tell(told);
    };
  },
};

const projections: Readonly<Partial<Record<Listener, Wiring>>> = Object.fromEntries(
  viewFeeds.map(({ listener, applyTo }): [Listener, Wiring] => [
    listener,
    (world, me) => {
      const view = rememberingViewStore(world.wire.port(me, listener, viewOf(world, listener)));
      const store = world.wire.port(me, 'gaps', world.store);
      const missing: Missing = {
        read(stream, after) {
          world.gapFilled();
          return store.read(stream, after);
        },
      };
      const pace = world.wire.pace(me);
      return world.mutant?.gaps?.((other) => applyTo(view, other, pace), world.store) ?? applyTo(view, missing, pace);
    },
  ]),
);

/** How an instance of each listener applies an event, wired as the listener's handler wires it. */
export const wirings: Readonly<Partial<Record<Listener, Wiring>>> = { ...reactions, ...projections };
