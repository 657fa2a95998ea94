import { dayOf } from '../../../../events/business-day.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { businessDay } from '../../domain/business-calendar.ts';

interface Needs {
  decide: ReturnType<typeof commandLoop>;
}

/** The schedule says that an instant has come; the business day in which it lies begins. */
export const beginDay =
  ({ decide }: Needs) =>
  (scheduleId: string, now: Date) => {
    const day = dayOf(now);
    const context = {
      commandId: `begin-day.${day}`,
      correlationId: scheduleId,
      causationId: scheduleId,
      actor: { kind: 'operator' as const, id: 'schedule' },
      now,
    };
    return decide(context, { day: from('calendar', day, businessDay) }, (states) => {
      const decision = businessDay.decide({ day }, states.day);
      return decision.outcome === 'rejected'
        ? decision
        : { outcome: 'accepted', events: { day: decision.events }, answer: undefined };
    });
  };
