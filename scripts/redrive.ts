import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type OperationsApi, operationsApi } from './operations-api.ts';

const USAGE = `npm run redrive -- [--consumer <name>] [--id <deadLetterId>] [--limit <n>] [--list] [--url <url>]

Sends dead letters to their consumers again and waits for the outcome.
  --list       only shows what waits
  --consumer   the letters of one consumer; without it and --id, of all
  --limit      at most so many letters of each consumer (100)
  --url        the system (http://localhost:4000); elsewhere BUNKO_TOKEN must hold an admin's access token`;

const Letters = z.object({
  items: z.array(
    z.object({
      deadLetterId: z.string(),
      consumer: z.string(),
      source: z.string(),
      reason: z.string(),
      attempts: z.number(),
      lastFailedAt: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
type Letter = z.infer<typeof Letters>['items'][number];

interface Options {
  url: string;
  consumer?: string | undefined;
}

const waiting = async (call: OperationsApi, { consumer }: Pick<Options, 'consumer'>): Promise<readonly Letter[]> => {
  const letters: Letter[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '100', ...(consumer && { consumer }), ...(cursor && { cursor }) });
    const page = Letters.parse(await call('GET', `/api/ops/dead-letters?${query}`));
    letters.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return letters;
};

const show = (letters: readonly Letter[]) => {
  for (const { deadLetterId, consumer, source, reason, attempts, lastFailedAt } of letters)
    console.log(`${lastFailedAt}  ${consumer}  ${source}  ${attempts} x  ${reason}\n  --id ${deadLetterId}`);
  console.log(`${letters.length} dead letters`);
};

/** Long enough for a thousand letters of a slow consumer. */
const PATIENCE_MS = 120_000;

/** Waits until none of these letters is as it was before: gone, or failed again since. */
const outcome = async (call: OperationsApi, before: readonly Letter[], options: Pick<Options, 'consumer'>) => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = new Map((await waiting(call, options)).map((letter) => [letter.deadLetterId, letter]));
    const failed = before.flatMap(({ deadLetterId, lastFailedAt }) => {
      const letter = now.get(deadLetterId);
      return letter && letter.lastFailedAt !== lastFailedAt ? [letter] : [];
    });
    const gone = before.filter(({ deadLetterId }) => !now.has(deadLetterId));
    if (gone.length + failed.length === before.length || Date.now() > deadline) return { gone, failed };
    await pause(200);
  }
};

const order = async (call: OperationsApi, letters: readonly Letter[], id: string | undefined, limit: number) => {
  if (id !== undefined) return void (await call('POST', `/api/ops/dead-letters/${id}/redrive`, {}));
  for (const consumer of new Set(letters.map((letter) => letter.consumer)))
    await call('POST', '/api/ops/dead-letters/redrive', { consumer, limit });
};

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://localhost:4000' },
      consumer: { type: 'string' },
      id: { type: 'string' },
      limit: { type: 'string', default: '100' },
      list: { type: 'boolean', default: false },
    },
  });
  const { url, consumer, id, list } = values;
  const limit = z.coerce.number().int().min(1).max(1_000).parse(values.limit);
  const call = await operationsApi(url);
  const all = await waiting(call, { consumer });
  const letters = id === undefined ? all : all.filter(({ deadLetterId }) => deadLetterId === id);
  if (list || letters.length === 0) return show(letters);
  await order(call, letters, id, limit);
  const perConsumer = Map.groupBy(letters, (letter) => letter.consumer);
  const sent = [...perConsumer.values()].flatMap((of) => of.slice(0, limit));
  const { gone, failed } = await outcome(call, sent, { consumer });
  show(failed);
  console.log(`${gone.length} taken, ${failed.length} failed again`);
  if (failed.length > 0) process.exitCode = 1;
};

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 2;
});
