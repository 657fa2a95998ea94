import { decide } from '../platform/wire.ts';
import { addCopies } from './commands/add-copies/add-copies.ts';
import { withdrawCopy } from './commands/withdraw-copy/withdraw-copy.ts';
import { openShelf } from './reactions/open-shelf/react.ts';

/** The one place in this domain that knows what stands behind the ports. */
export const inventory = {
  openShelf: openShelf({ decide }),
  addCopies: addCopies({ decide }),
  withdrawCopy: withdrawCopy({ decide }),
};
