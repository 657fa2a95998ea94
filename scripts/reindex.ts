import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type OperationsApi, operationsApi } from './operations-api.ts';

const USAGE = `npm run reindex -- [--url <url>]

Makes the search anew from the event table while the old one serves, and waits until it is live.
  --url   the system (http://localhost:4000); elsewhere BUNKO_TOKEN must hold an admin's access token`;

const Projections = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      generation: z.number(),
      rebuild: z
        .object({ rebuildId: z.string(), phase: z.string(), scanned: z.number(), error: z.string().optional() })
        .optional(),
    }),
  ),
});

/** Waits for the end of a rebuild, telling each phase once. */
const ended = async (call: OperationsApi, rebuildId: string) => {
  let told = '';
  for (;;) {
    const { items } = Projections.parse(await call('GET', '/api/ops/projections'));
    const search = items.find(({ name }) => name === 'search');
    if (search?.rebuild?.rebuildId !== rebuildId) throw new Error('another rebuild of the search has begun');
    const { phase, scanned, error } = search.rebuild;
    if (phase !== told) console.log(`${phase} (${scanned} events)`);
    told = phase;
    if (phase === 'done') return search.generation;
    if (phase === 'failed' || phase === 'cancelled') throw new Error(`the rebuild ended as ${phase}: ${error ?? ''}`);
    await pause(200);
  }
};

const run = async (): Promise<void> => {
  const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://localhost:4000' } } });
  const call = await operationsApi(values.url);
  const ordered = await call('POST', '/api/ops/projections/search/rebuild');
  const { rebuildId } = z.object({ rebuildId: z.string() }).parse(ordered);
  console.log(`the search is generation ${await ended(call, rebuildId)} now`);
};

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 2;
});
