import { type BusinessDay, daysBetween } from '../../../events/business-day.ts';
import type { CardId, MemberId } from '../../../events/ids.ts';
import type { CardExpiring } from '../../../events/membership/card-expiring.ts';
import type { CardIssued } from '../../../events/membership/card-issued.ts';
import type { CardReinstated } from '../../../events/membership/card-reinstated.ts';
import type { CardRenewed } from '../../../events/membership/card-renewed.ts';
import type { CardSuspended } from '../../../events/membership/card-suspended.ts';
import { accept, type Decision, reject } from '../../platform/decider.ts';
import type { Card } from './card.ts';
import { validUntilFrom } from './validity.ts';

/** One card for each member; whoever has one gets no other. */
export const decideIssue = (
  { memberId, cardId, today }: { memberId: MemberId; cardId: CardId; today: BusinessDay },
  card: Card,
): Decision<readonly CardIssued[], never> => {
  if (card.status !== 'not-issued') return accept([]);
  const data = { memberId, cardId, issuedOn: today, validUntil: validUntilFrom(today) };
  return accept([{ type: 'membership.card-issued', data }]);
};

/** Two more years, from today or from its last day, whichever is later. */
export const decideRenewal = (
  { today }: { today: BusinessDay },
  card: Card,
): Decision<readonly [CardRenewed], 'not-found' | 'card-suspended'> => {
  if (card.status === 'not-issued') return reject('not-found');
  if (card.status === 'suspended') return reject('card-suspended');
  const { memberId, cardId, validUntil } = card;
  const from = validUntil > today ? validUntil : today;
  return accept([{ type: 'membership.card-renewed', data: { memberId, cardId, validUntil: validUntilFrom(from) } }]);
};

export const decideSuspension = (
  { reason }: { reason: string },
  card: Card,
): Decision<readonly [CardSuspended], 'not-found' | 'already-suspended'> => {
  if (card.status === 'not-issued') return reject('not-found');
  if (card.status === 'suspended') return reject('already-suspended');
  const { memberId, cardId } = card;
  return accept([{ type: 'membership.card-suspended', data: { memberId, cardId, reason } }]);
};

export const decideReinstatement = (
  _: object,
  card: Card,
): Decision<readonly [CardReinstated], 'not-found' | 'not-suspended'> => {
  if (card.status === 'not-issued') return reject('not-found');
  if (card.status === 'active') return reject('not-suspended');
  const { memberId, cardId } = card;
  return accept([{ type: 'membership.card-reinstated', data: { memberId, cardId } }]);
};

/** How long before its end a member is told that a card wants to be renewed. */
export const NOTICE_DAYS = 30;

/** Tells, once for each validity, that a card ends soon. A suspended one cannot be renewed, so there is nothing to remind of. */
export const decideExpiryNotice = (
  { day }: { day: BusinessDay },
  card: Card,
): Decision<readonly CardExpiring[], never> => {
  if (card.status !== 'active' || card.endNoticed) return accept([]);
  const { memberId, cardId, validUntil } = card;
  const left = daysBetween(day, validUntil);
  if (left < 0 || left > NOTICE_DAYS) return accept([]);
  return accept([{ type: 'membership.card-expiring', data: { memberId, cardId, validUntil, noticedOn: day } }]);
};
