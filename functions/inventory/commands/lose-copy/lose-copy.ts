import type { CopyId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { reject } from '../../../platform/decider.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { from } from '../../../platform/source.ts';
import { volumeOf } from '../../domain/copy-number.ts';
import { decideLoseCopy } from '../../domain/decide-shelf.ts';
import { shelf } from '../../domain/shelf.ts';
import type { LoseCopyRequest } from './request.ts';

/** A librarian records that a copy is lost; what becomes of its loan is for lending to say. */
export const loseCopy =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  async (
    copyId: CopyId,
    { reason }: LoseCopyRequest,
    context: CommandContext,
  ): Promise<Outcome<undefined, 'not-found' | 'already-lost'>> => {
    const volumeId = volumeOf(copyId);
    if (volumeId === undefined) return reject('not-found');
    return decide(context, { own: from('shelf', volumeId, shelf) }, ({ own }) =>
      ownEvents(decideLoseCopy({ volumeId, copyId, reason, now: context.now }, own)),
    );
  };
