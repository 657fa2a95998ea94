import { contract, type EventOf } from '../contract.ts';
import { VolumeCreated } from './volume-created.ts';

/** A librarian corrected a volume: all of it as it is now. */
export const VolumeChanged = contract(
  'catalogue.volume-changed',
  1,
  VolumeCreated.shape.omit({ initialCopies: true }),
  { category: 'volume' },
);
export type VolumeChanged = EventOf<typeof VolumeChanged>;
