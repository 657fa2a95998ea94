import type { CopyId, VolumeId } from '../../../events/ids.ts';
import type { CopiesAdded } from '../../../events/inventory/copies-added.ts';
import type { CopyWithdrawn } from '../../../events/inventory/copy-withdrawn.ts';
import type { ShelfOpened } from '../../../events/inventory/shelf-opened.ts';
import { accept, type Decision, reject } from '../../platform/decider.ts';
import { nextCopyIds, type Shelf } from './shelf.ts';
import type { Volume } from './volume.ts';

/** A shelf is one row of the read model, and a row has an end; copies ever numbered count. */
export const MOST_COPIES_OF_A_VOLUME = 5000;

export interface OpenShelf {
  volumeId: VolumeId;
  initialCopies: number;
}

/** A new volume gets its shelf, once. */
export const decideOpenShelf = (
  { volumeId, initialCopies }: OpenShelf,
  shelf: Shelf,
): Decision<readonly ShelfOpened[], never> => {
  if (shelf.isOpen) return accept([]);
  const copyIds = nextCopyIds(volumeId, shelf, initialCopies);
  return accept([{ type: 'inventory.shelf-opened', data: { volumeId, copyIds } }]);
};

export interface AddCopies {
  volumeId: VolumeId;
  count: number;
  reason: string;
}

/** More copies of a volume that the catalogue knows. */
export const decideAddCopies = (
  { volumeId, count, reason }: AddCopies,
  { shelf, volume }: { shelf: Shelf; volume: Volume },
): Decision<readonly [CopiesAdded], 'not-found' | 'too-many-copies'> => {
  if (!volume.isKnown) return reject('not-found');
  if (shelf.numbered + count > MOST_COPIES_OF_A_VOLUME) return reject('too-many-copies');
  const copyIds = nextCopyIds(volumeId, shelf, count);
  return accept([{ type: 'inventory.copies-added', data: { volumeId, copyIds, reason } }]);
};

export interface WithdrawCopy {
  volumeId: VolumeId;
  copyId: CopyId;
  reason: string;
}

/** A copy leaves for good; one that left before is not there, and one on loan has to come back first. */
export const decideWithdrawCopy = (
  { volumeId, copyId, reason }: WithdrawCopy,
  shelf: Shelf,
): Decision<readonly [CopyWithdrawn], 'not-found' | 'copy-on-loan'> => {
  const state = shelf.copies.get(copyId);
  if (state === undefined) return reject('not-found');
  if (state === 'on-loan') return reject('copy-on-loan');
  return accept([{ type: 'inventory.copy-withdrawn', data: { volumeId, copyId, reason } }]);
};
