import { dayOf } from '../../../../events/business-day.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { ownEvents } from '../../../platform/one-stream.ts';
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
    return decide(context, { own: from('calendar', day, businessDay) }, ({ own }) =>
      ownEvents(businessDay.decide({ day }, own)),
    );
  };
