import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { from } from '../../../platform/source.ts';
import { card } from '../../domain/card.ts';
import { decideSuspension } from '../../domain/decide-card.ts';
import type { SuspendCardRequest } from './request.ts';

/** A librarian suspends the card of a member. */
export const suspendCard =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (memberId: MemberId, { reason }: SuspendCardRequest, context: CommandContext) =>
    decide(context, { own: from('card', memberId, card) }, ({ own }) => ownEvents(decideSuspension({ reason }, own)));
