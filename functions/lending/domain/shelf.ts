import type { VolumeId } from '../../../events/ids.ts';
import {
  copiesToTake,
  emptyShelf,
  type Offer,
  type Shelf,
  type ShelfEvent,
  shelfAfter,
} from '../../../events/shelf.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** The copies of one volume and who waits for them, as a lender sees them. */
export const shelf: Aggregate<Shelf, ShelfEvent> = {
  reducer: '6af588a3f743',
  initialState: emptyShelf,
  evolve: shelfAfter,
};

/** A shelf and the volume whose copies it holds. */
export interface ShelfOf {
  volumeId: VolumeId;
  shelf: Shelf;
}

/** Shelves with the volumes they were read for, in the same order. */
export const shelvesOf = (volumes: readonly { volumeId: VolumeId }[], shelves: readonly Shelf[]): readonly ShelfOf[] =>
  volumes.flatMap(({ volumeId }, index) => {
    const found = shelves[index];
    return found ? [{ volumeId, shelf: found }] : [];
  });

/** The copy that is put aside for a member. */
export const offerFor = ({ offers }: Shelf, memberId: string): Offer | undefined =>
  offers.find((offer) => offer.memberId === memberId);

/** The copy that a member would take home: the one put aside for them, or else one that nobody waits for. */
export const copyFor = (state: Shelf, memberId: string) => offerFor(state, memberId)?.copyId ?? copiesToTake(state)[0];
