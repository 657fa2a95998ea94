import { setTimeout as pause } from 'node:timers/promises';
import type { ActivityReport } from '../activity.ts';
import { jsonAnswer } from '../http/gateway-response.ts';
import { invalidRequest } from './invalid-request.ts';
import type { LocalRoute } from './local-route.ts';

/** Between two looks, milliseconds: work that is handed from one part to the next shows up in one of them. */
const LOOK_EVERY_MS = 15;
const LONGEST_S = 300;

/** Waits until nothing is pending twice in a row; gives what still is at the deadline (milliseconds since the epoch). */
export const untilIdle = async (activity: ActivityReport, deadline: number): Promise<readonly string[]> => {
  for (let quietLooks = 0; ; ) {
    const pending = await activity.pending();
    quietLooks = pending.length === 0 ? quietLooks + 1 : 0;
    if (quietLooks === 2) return [];
    if (Date.now() >= deadline && pending.length > 0) return pending;
    await pause(LOOK_EVERY_MS);
  }
};

/** Waits until nothing that is due is on its way: 200, or 408 with what is still pending. */
export const idleRoute = (activity: ActivityReport): LocalRoute => ({
  routeKey: 'GET /_local/idle',
  async answer({ query }) {
    const timeout = Number(query.get('timeout') ?? '10');
    if (!(timeout >= 0 && timeout <= LONGEST_S))
      return invalidRequest([{ path: 'timeout', message: `seconds between 0 and ${LONGEST_S}` }]);
    const pending = await untilIdle(activity, Date.now() + timeout * 1000);
    return pending.length === 0 ? jsonAnswer(200, { idle: true, pending }) : jsonAnswer(408, { idle: false, pending });
  },
});
