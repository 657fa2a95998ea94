import * as z from 'zod';
import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
import { from } from '../../../platform/source.ts';
import { card } from '../../domain/card.ts';
import { decideSuspension } from '../../domain/decide-card.ts';

/** Why, for the staff: it may have several lines. */
const Reason = z
  .string()
  .trim()
  .min(1, 'must not be blank')
  .max(500)
  .refine((reason) => reason.isWellFormed(), 'must be well-formed Unicode')
  .regex(/^[\P{Cc}\n\t]*$/u, 'must not contain control characters')
  .transform((reason) => reason.normalize('NFC'));

/** `POST /api/members/{memberId}/card/suspend` */
export const SuspendCardRequest = z.strictObject({ reason: Reason });

/** A librarian suspends the card of a member. */
export const suspendCard =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  (memberId: MemberId, { reason }: z.infer<typeof SuspendCardRequest>, context: CommandContext) =>
    decide(context, { own: from('card', memberId, card) }, ({ own }) => ownEvents(decideSuspension({ reason }, own)));
