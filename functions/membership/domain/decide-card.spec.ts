import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../../events/business-day.ts';
import { CardId, MemberId } from '../../../events/ids.ts';
import type { CardExpiring } from '../../../events/membership/card-expiring.ts';
import type { CardIssued } from '../../../events/membership/card-issued.ts';
import type { CardRenewed } from '../../../events/membership/card-renewed.ts';
import type { CardSuspended } from '../../../events/membership/card-suspended.ts';
import { given } from '../../platform/given.ts';
import { card } from './card.ts';
import {
  decideExpiryNotice,
  decideIssue,
  decideReinstatement,
  decideRenewal,
  decideSuspension,
} from './decide-card.ts';
import { validUntilFrom } from './validity.ts';

const day = (text: string) => BusinessDay.parse(text);
const memberId = MemberId.parse('aki');
const cardId = CardId.parse('card');
const issue = { memberId, cardId, today: day('2026-05-01') };
const issued: CardIssued = {
  type: 'membership.card-issued',
  data: { memberId, cardId, issuedOn: day('2026-05-01'), validUntil: day('2028-05-01') },
};
const suspended: CardSuspended = { type: 'membership.card-suspended', data: { memberId, cardId, reason: 'lost' } };

describe('a member card', () => {
  it('is valid for two years', () => given(decideIssue, card)().when(issue).thenEvents([issued]));

  it('is issued once, however often the account is announced', () =>
    given(decideIssue, card)(issued).when(issue).thenEvents([]));

  it('ends on 28 February when it began on the 29th', () =>
    expect(validUntilFrom(day('2024-02-29'))).toBe('2026-02-28'));

  it('is renewed from its last day while it is valid', () =>
    given(
      decideRenewal,
      card,
    )(issued)
      .when({ today: day('2027-01-01') })
      .thenAccepted(([renewed]) => expect(renewed.data.validUntil).toBe('2030-05-01')));

  it('is renewed from today when it has expired', () =>
    given(
      decideRenewal,
      card,
    )(issued)
      .when({ today: day('2029-06-15') })
      .thenAccepted(([renewed]) => expect(renewed.data.validUntil).toBe('2031-06-15')));

  it('cannot be renewed while it is suspended, or before it exists', () => {
    given(decideRenewal, card)(issued, suspended)
      .when({ today: day('2027-01-01') })
      .thenRejected('card-suspended');
    given(decideRenewal, card)()
      .when({ today: day('2027-01-01') })
      .thenRejected('not-found');
  });

  it('is suspended with a reason, once', () => {
    given(decideSuspension, card)(issued).when({ reason: 'lost' }).thenEvents([suspended]);
    given(decideSuspension, card)(issued, suspended).when({ reason: 'lost' }).thenRejected('already-suspended');
    given(decideSuspension, card)().when({ reason: 'lost' }).thenRejected('not-found');
  });

  it('is reinstated only when it is suspended', () => {
    const reinstated = { type: 'membership.card-reinstated' as const, data: { memberId, cardId } };
    given(decideReinstatement, card)(issued, suspended).when({}).thenEvents([reinstated]);
    given(decideReinstatement, card)(issued).when({}).thenRejected('not-suspended');
  });
});

describe('the notice that a card ends soon', () => {
  const expiring = (noticedOn: string): CardExpiring => ({
    type: 'membership.card-expiring',
    data: { memberId, cardId, validUntil: day('2028-05-01'), noticedOn: day(noticedOn) },
  });
  const renewed: CardRenewed = {
    type: 'membership.card-renewed',
    data: { memberId, cardId, validUntil: day('2030-05-01') },
  };
  const reinstated = { type: 'membership.card-reinstated' as const, data: { memberId, cardId } };
  const on = (text: string) => ({ day: day(text) });
  const noticing = given(decideExpiryNotice, card);

  it('comes thirty days before its last day, not earlier', () => {
    noticing(issued).when(on('2028-03-31')).thenEvents([]);
    noticing(issued)
      .when(on('2028-04-01'))
      .thenEvents([expiring('2028-04-01')]);
  });

  it('comes late when that morning was missed, but not after the end', () => {
    noticing(issued)
      .when(on('2028-05-01'))
      .thenEvents([expiring('2028-05-01')]);
    noticing(issued).when(on('2028-05-02')).thenEvents([]);
  });

  it('comes once for each validity', () => {
    noticing(issued, expiring('2028-04-01')).when(on('2028-04-02')).thenEvents([]);
    noticing(issued, expiring('2028-04-01'), renewed).when(on('2028-04-02')).thenEvents([]);
    noticing(issued, expiring('2028-04-01'), renewed)
      .when(on('2030-04-01'))
      .thenAccepted(([told]) => expect(told?.data.validUntil).toBe('2030-05-01'));
  });

  it('waits while the card is suspended, and is not for who has none', () => {
    noticing(issued, suspended).when(on('2028-04-10')).thenEvents([]);
    noticing(issued, suspended, reinstated)
      .when(on('2028-04-11'))
      .thenEvents([expiring('2028-04-11')]);
    noticing().when(on('2028-04-10')).thenEvents([]);
  });
});
