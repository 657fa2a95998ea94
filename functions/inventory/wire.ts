import { decide } from '../platform/wire.ts';
import { addCopies } from './commands/add-copies/add-copies.ts';
import { findCopy } from './commands/find-copy/find-copy.ts';
import { loseCopy } from './commands/lose-copy/lose-copy.ts';
import { withdrawCopy } from './commands/withdraw-copy/withdraw-copy.ts';
import { openShelf } from './reactions/open-shelf/react.ts';

/** The one place in this domain that knows what stands behind the ports. */
export const inventory = {
  openShelf: openShelf({ decide }),
  addCopies: addCopies({ decide }),
  withdrawCopy: withdrawCopy({ decide }),
  loseCopy: loseCopy({ decide }),
  findCopy: findCopy({ decide }),
};
