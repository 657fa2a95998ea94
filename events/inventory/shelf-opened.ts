import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, VolumeId } from '../ids.ts';

/** A new volume got its place on the shelf, with its first copies (perhaps none). */
export const ShelfOpened = contract(
  'inventory.shelf-opened',
  1,
  z.object({ volumeId: VolumeId, copyIds: z.array(CopyId) }),
  { category: 'shelf' },
);
export type ShelfOpened = EventOf<typeof ShelfOpened>;
