import * as z from 'zod';
import type { MovableClock } from '../clock.ts';
import { type HttpAnswer, jsonAnswer } from '../http/gateway-response.ts';
import { addDuration } from './duration.ts';
import { invalidRequest, invalidShape, jsonIn } from './invalid-request.ts';
import type { LocalRoute } from './local-route.ts';

const Move = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);
/** Dates beyond this are no dates any more for the rules. */
const LATEST = Date.parse('9999-01-01T00:00:00Z');

const isBackward = (error: unknown) =>
  typeof error === 'object' && error !== null && 'reason' in error && error.reason === 'clock-moves-forward-only';

const shown = (clock: MovableClock) => ({ now: clock.now().toISOString(), offsetMs: clock.offsetMs() });

const target = (move: z.infer<typeof Move>, clock: MovableClock) =>
  'set' in move ? new Date(move.set) : addDuration(clock.now(), move.advance);

const moveClock = async (clock: MovableClock, body: Buffer): Promise<HttpAnswer> => {
  const move = Move.safeParse(jsonIn(body));
  if (!move.success) return invalidShape(move.error);
  const path = 'set' in move.data ? 'set' : 'advance';
  const instant = target(move.data, clock);
  if (!instant || instant.getTime() > LATEST)
    return invalidRequest([{ path, message: 'not an ISO 8601 duration such as P15D' }]);
  try {
    await clock.moveTo(instant);
  } catch (error) {
    if (isBackward(error)) return invalidRequest([{ path, message: 'the clock only moves forward' }]);
    throw error;
  }
  return jsonAnswer(200, shown(clock));
};

/** Shows and moves the clock; a move answers when all that fell due was started. */
export const clockRoutes = (clock: MovableClock): LocalRoute[] => [
  { routeKey: 'GET /_local/clock', answer: () => jsonAnswer(200, shown(clock)) },
  { routeKey: 'POST /_local/clock', answer: ({ body }) => moveClock(clock, body) },
];
