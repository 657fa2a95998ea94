import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { from } from '../../../platform/source.ts';
import { card } from '../../domain/card.ts';
import { decideReinstatement } from '../../domain/decide-card.ts';

/** `POST /api/members/{memberId}/card/reinstate`: a librarian lifts a suspension. */
export const reinstateCard =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (memberId: MemberId, context: CommandContext) =>
    decide(context, { own: from('card', memberId, card) }, ({ own }) => ownEvents(decideReinstatement({}, own)));
