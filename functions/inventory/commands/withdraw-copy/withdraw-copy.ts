import type { CopyId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { from } from '../../../platform/source.ts';
import { volumeOf } from '../../domain/copy-number.ts';
import { decideWithdrawCopy } from '../../domain/decide-shelf.ts';
import { shelf } from '../../domain/shelf.ts';
import type { WithdrawCopyRequest } from './request.ts';

/** A librarian takes a copy out of the collection for good. */
export const withdrawCopy =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  async (
    copyId: CopyId,
    { reason }: WithdrawCopyRequest,
    context: CommandContext,
  ): Promise<Outcome<undefined, 'not-found' | 'copy-on-loan'>> => {
    const volumeId = volumeOf(copyId);
    if (volumeId === undefined) return reject('not-found');
    return decide(context, { own: from('shelf', volumeId, shelf) }, ({ own }) =>
      ownEvents(decideWithdrawCopy({ volumeId, copyId, reason, now: context.now }, own)),
    );
  };
