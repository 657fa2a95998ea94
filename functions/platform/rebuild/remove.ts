import { ended, POINTER_TTL_MS } from './state.ts';
import { type Step, type StepResult, waitUntil } from './work.ts';

/**
 * Removes what nobody reads any more, when nobody writes it any more: the generation that was live before, after its grace,
 * or the one that was given up. Rows that a straggler writes yet belong to a number that is never used again, and go with
 * the next rebuild.
 */
export const remove = async (step: Step): Promise<StepResult> => {
  const { table, lease, now } = step;
  const { live, previous } = await lease.renew();
  if ((await waitUntil(step, previous?.until ?? now() + POINTER_TTL_MS)) === 'time-is-up') return 'time-is-up';
  await table.keepOnly([live]);
  await lease.save((state) => ended(state, new Date(now()).toISOString()));
  return 'finished';
};
