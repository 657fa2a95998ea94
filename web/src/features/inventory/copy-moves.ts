import type { Copy } from './api/list-copies.ts';
import type { CopyMove } from './api/move-copy.ts';

/** What makes sense for a copy as it is; the library decides in the end. */
const movesOf = {
  available: ['withdraw', 'lost'],
  'on-loan': ['lost'],
  'on-hold': ['withdraw', 'lost'],
  lost: ['found', 'withdraw'],
  withdrawn: [],
} as const satisfies Record<Copy['state'], readonly CopyMove[]>;

export const movesFor = ({ state }: Pick<Copy, 'state'>): readonly CopyMove[] => movesOf[state];
