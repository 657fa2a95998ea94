import { CopyId, HoldId, LoanId, MemberId, VolumeId } from '../../../events/ids.ts';
import type { CopiesAdded } from '../../../events/inventory/copies-added.ts';
import type { CopyFound } from '../../../events/inventory/copy-found.ts';
import type { CopyLost } from '../../../events/inventory/copy-lost.ts';
import type { CopyWithdrawn } from '../../../events/inventory/copy-withdrawn.ts';
import type { ShelfOpened } from '../../../events/inventory/shelf-opened.ts';
import type { CopyBroughtBack } from '../../../events/lending/copy-brought-back.ts';
import type { CopyLent } from '../../../events/lending/copy-lent.ts';
import type { HoldOffered } from '../../../events/lending/hold-offered.ts';
import type { HoldPlaced } from '../../../events/lending/hold-placed.ts';

/** Words of the inventory tests: one volume, its copies by number. */
export const volumeId = VolumeId.parse('v1');
export const copy = (number: number): CopyId => CopyId.parse(`v1-${number}`);
/** Noon in Tokyo. */
export const now = new Date('2026-05-01T03:00:00Z');
export const loanId = LoanId.parse('loan-1');
const memberId = MemberId.parse('aki');

export const opened = (...numbers: readonly number[]): ShelfOpened => ({
  type: 'inventory.shelf-opened',
  data: { volumeId, copyIds: numbers.map(copy) },
});
export const added = (...numbers: readonly number[]): CopiesAdded => ({
  type: 'inventory.copies-added',
  data: { volumeId, copyIds: numbers.map(copy), reason: 'bought' },
});
export const withdrawn = (number: number): CopyWithdrawn => ({
  type: 'inventory.copy-withdrawn',
  data: { volumeId, copyId: copy(number), reason: 'worn out' },
});
export const lent = (number: number): CopyLent => ({
  type: 'lending.copy-lent',
  data: { volumeId, copyId: copy(number), loanId, memberId },
});
export const broughtBack = (number: number): CopyBroughtBack => ({
  type: 'lending.copy-brought-back',
  data: { volumeId, copyId: copy(number), loanId },
});
export const lost = (number: number, loan: LoanId | null = null): CopyLost => ({
  type: 'inventory.copy-lost',
  data: { volumeId, copyId: copy(number), loanId: loan, reason: 'missing' },
});
export const found = (number: number): CopyFound => ({
  type: 'inventory.copy-found',
  data: { volumeId, copyId: copy(number), reason: 'missing' },
});
const hold = { holdId: HoldId.parse('hold-1'), memberId, volumeId, title: 'A title' };
export const placed: HoldPlaced = {
  type: 'lending.hold-placed',
  data: { ...hold, place: 1, placedAt: now.toISOString() },
};
export const offered = (number: number): HoldOffered => ({
  type: 'lending.hold-offered',
  data: { ...hold, copyId: copy(number), offeredAt: now.toISOString(), readyUntil: '2026-05-04T03:00:00.000Z' },
});
