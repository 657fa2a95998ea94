import * as z from 'zod';
import type { Library } from './library.ts';

const Letters = z.array(z.looseObject({ consumer: z.string(), reason: z.string() }));

/**
 * Sends what was set aside to its consumers again, as an admin does, until nothing is; `settle` waits for the system.
 * Answers how many there were at first; throws with what is left after `seconds`.
 */
export const redriveAll = async (
  library: Library,
  settle: (library: Library) => Promise<void>,
  seconds = 120,
): Promise<number> => {
  const { token } = await library.signIn('admin');
  const left = async () =>
    Letters.parse((await library.call('GET /api/ops/dead-letters?limit=100', { token })).body.items);
  const deadline = Date.now() + seconds * 1000;
  const letters = await left();
  for (let rest = letters; rest.length > 0; rest = await left()) {
    if (Date.now() > deadline) throw new Error(`still set aside: ${JSON.stringify(rest)}`);
    for (const consumer of new Set(rest.map((letter) => letter.consumer)))
      await library.call('POST /api/ops/dead-letters/redrive', { token, body: { consumer, limit: 100 } });
    await settle(library);
  }
  return letters.length;
};
