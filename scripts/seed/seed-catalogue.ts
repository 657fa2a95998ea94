import * as z from 'zod';
import { type SeedSeries, catalogue as seedSeries, type VolumeBody } from './catalogue.ts';
import { create, idempotencyKey, type Library, read } from './library-api.ts';

/** How many series and volumes the library has now because of this run or an earlier one, and how long it took. */
export interface SeedReport {
  series: number;
  volumes: number;
  seconds: number;
}

export interface SeedOptions extends Library {
  /** How many requests may be under way at once; 8 when left out. */
  concurrency?: number;
  /** What to put on the shelves; the whole seed catalogue when left out. */
  catalogue?: readonly SeedSeries[];
}

const Created = z.object({ seriesId: z.string() });
const SeriesPage = z.object({
  items: z.array(z.object({ seriesId: z.string(), title: z.string() })),
  nextCursor: z.string().nullable(),
});
/** The read model follows the command by moments; this is how long a series that must exist is looked for. */
const FIND_WITHIN_MS = 10_000;

const lookForSeries = async (library: Library, title: string): Promise<string | undefined> => {
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ title, limit: '100', ...(cursor === null ? {} : { cursor }) });
    const page: z.infer<typeof SeriesPage> = await read(library, `/api/series?${query}`, SeriesPage);
    const found = page.items.find((series) => series.title === title);
    if (found) return found.seriesId;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return undefined;
};

const findSeries = async (library: Library, title: string): Promise<string> => {
  const deadline = Date.now() + FIND_WITHIN_MS;
  while (Date.now() < deadline) {
    const found = await lookForSeries(library, title);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The title "${title}" is taken, but no series of that title is listed.`);
};

const putSeries = async (library: Library, { slug, body }: SeedSeries): Promise<string> => {
  const answer = await create(library, '/api/series', idempotencyKey(`series-${slug}`, body), body);
  if (answer.outcome === 'created') return Created.parse(answer.object).seriesId;
  if (answer.code === 'title-taken') return findSeries(library, body.title);
  throw new Error(`The series "${body.title}" was refused: ${answer.code}.`);
};

const putVolume = async (library: Library, slug: string, seriesId: string, volume: VolumeBody): Promise<void> => {
  const body = { seriesId, ...volume };
  const key = idempotencyKey(`volume-${slug}-${volume.number}`, body);
  const answer = await create(library, '/api/volumes', key, body);
  if (answer.outcome === 'created' || answer.code === 'number-taken') return;
  throw new Error(`The volume "${volume.title}" was refused: ${answer.code}.`);
};

/** Runs `work` for every item, at most `limit` at once; the first error ends it. */
const inParallel = async <T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
};

/**
 * Puts the catalogue into a library through its public HTTP API. Safe to repeat: what is there already stays as it is.
 * Rejects with the server's words when a request is refused for any other reason.
 */
export const seedCatalogue = async (options: SeedOptions): Promise<SeedReport> => {
  const { url, accessToken, concurrency = 8, catalogue = seedSeries } = options;
  const library = { url, accessToken };
  const started = performance.now();

  const ids = await inParallel(catalogue, concurrency, (series) => putSeries(library, series));
  const volumes = catalogue.flatMap(({ slug, volumes }, index) =>
    volumes.map((volume) => ({ slug, seriesId: ids[index] ?? '', volume })),
  );
  await inParallel(volumes, concurrency, ({ slug, seriesId, volume }) => putVolume(library, slug, seriesId, volume));

  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { series: catalogue.length, volumes: volumes.length, seconds };
};
