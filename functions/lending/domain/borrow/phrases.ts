import { BusinessDay } from '../../../../events/business-day.ts';
import { CardId, CopyId, LoanId, MemberId, SeriesId, VolumeId } from '../../../../events/ids.ts';
import { emptyShelf } from '../../../../events/shelf.ts';
import type { ActiveCard } from '../card.ts';
import { type Patron, patron } from '../patron.ts';
import type { LendableVolume } from '../volume.ts';
import type { Borrowing } from './borrow-policies.ts';
import type { Borrow } from './decide-borrow.ts';

/** Words of the lending tests. */
export const day = (text: string): BusinessDay => BusinessDay.parse(text);
export const volumeIds = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'].map((id) => VolumeId.parse(id));
export const copyOf = (volumeId: VolumeId, number = 1): CopyId => CopyId.parse(`${volumeId}-copy-${number}`);
export const aki = MemberId.parse('aki');
export const cardOfAki = CardId.parse('card-of-aki');

const volumeOf = (volumeId: VolumeId): LendableVolume => ({
  volumeId,
  seriesId: SeriesId.parse('s1'),
  title: `Title of ${volumeId}`,
  number: 1,
});
export const activeCard: ActiveCard = { status: 'active', cardId: cardOfAki, validUntil: day('2027-01-01') };

/** Noon in Tokyo on that day. */
export const borrowOn = (today: string): Borrow => ({
  loanId: LoanId.parse('loan-1'),
  now: new Date(`${today}T03:00:00Z`),
});

/** Asking for these volumes, each with one free copy; the rest as said. */
export const asking = (wanted: readonly VolumeId[], rest: Partial<Borrowing> = {}): Borrowing => ({
  memberId: aki,
  patron: patron.initialState,
  card: activeCard,
  volumes: wanted.map(volumeOf),
  shelves: wanted.map((volumeId) => ({ volumeId, shelf: { ...emptyShelf, free: [copyOf(volumeId)] } })),
  limits: {},
  ...rest,
});

export const hasOnLoan = (dueOn: string, ...lent: readonly VolumeId[]): Patron => ({
  ...patron.initialState,
  openLoans: [{ loanId: LoanId.parse('loan-0'), volumeIds: lent, dueOn: day(dueOn) }],
});
