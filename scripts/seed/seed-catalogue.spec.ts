import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { seedCatalogue } from './seed-catalogue.ts';

const some = catalogue.slice(0, 3);
const volumeCount = some.reduce((sum, { volumes }) => sum + volumes.length, 0);
let server: Server | undefined;
afterEach(() => server?.close());

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString() || '{}');
};

/** A library that knows titles and numbers; `stumble` may answer a request instead of it. */
const libraryServer = async (stumble: (path: string) => number | undefined = () => undefined) => {
  const [series, numbers, keys] = [new Map<string, string>(), new Set<string>(), new Set<string>()];
  const create = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const body = await bodyOf(request);
    keys.add(String(request.headers['idempotency-key']));
    if (request.url === '/api/series') {
      const title = String(body.title);
      if (series.has(title)) return [409, { status: 409, code: 'title-taken' }];
      series.set(title, `s${series.size + 1}`);
      return [201, { ...body, seriesId: series.get(title) }];
    }
    const number = `${body.seriesId}#${body.number}`;
    if (numbers.has(number)) return [409, { status: 409, code: 'number-taken' }];
    numbers.add(number);
    return [201, { ...body, volumeId: number }];
  };
  const list = (url: string): [number, unknown] => {
    const wanted = new URL(url, 'http://library').searchParams.get('title') ?? '';
    const items = [...series]
      .filter(([title]) => title.includes(wanted))
      .map(([title, seriesId]) => ({ seriesId, title }));
    return [200, { items, nextCursor: null }];
  };
  server = createServer(async (request, response) => {
    const stumbled = stumble(request.url ?? '');
    const answer: [number, unknown] =
      stumbled !== undefined
        ? [stumbled, { status: stumbled, code: 'busy' }]
        : request.method === 'POST'
          ? await create(request)
          : list(request.url ?? '');
    response.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, series, numbers, keys };
};

describe('seeding the catalogue', () => {
  it('creates every series and volume, each under a key of its own', async () => {
    const library = await libraryServer();
    const report = await seedCatalogue({ url: library.url, accessToken: 'token', catalogue: some });
    expect(report).toMatchObject({ series: 3, volumes: volumeCount });
    expect([library.series.size, library.numbers.size, library.keys.size]).toEqual([3, volumeCount, 3 + volumeCount]);
  });

  it('goes on with what is there when it is repeated', async () => {
    const library = await libraryServer();
    const options = { url: library.url, accessToken: 'token', catalogue: some };
    await seedCatalogue({ ...options, catalogue: some.slice(0, 1) });
    await seedCatalogue(options);
    await seedCatalogue(options);
    expect([library.series.size, library.numbers.size]).toEqual([3, volumeCount]);
  });

  it('sends the same keys every time, so that a repeat is recognised', async () => {
    const library = await libraryServer();
    const options = { url: library.url, accessToken: 'token', catalogue: some };
    await seedCatalogue(options);
    const first = [...library.keys];
    await seedCatalogue(options);
    expect([...library.keys]).toEqual(first);
  });

  it('waits and tries again while the library is busy', async () => {
    let stumbles = 0;
    const library = await libraryServer(() => (stumbles++ < 3 ? 503 : undefined));
    await seedCatalogue({ url: library.url, accessToken: 'token', catalogue: some });
    expect(library.series.size).toBe(3);
  });

  it('stops with the words of the server when it is refused for another reason', async () => {
    const library = await libraryServer((path) => (path === '/api/volumes' ? 403 : undefined));
    const seeding = seedCatalogue({ url: library.url, accessToken: 'token', catalogue: some });
    await expect(seeding).rejects.toThrow('POST /api/volumes was answered with 403');
  });
});
