import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { projections } from '../../infra/views.ts';
import { backbones } from '../support/backbones.ts';
import type { Library, Member, Reply } from '../support/library.ts';
import { shopAt } from '../support/shop.ts';
import { eventually, type System, withSystem } from '../support/system.ts';

const VIEWS = [
  'member-card',
  'catalogue',
  'search',
  'availability',
  'copy-history',
  'loan-sheet',
  'holds',
  'records',
  'ranking',
  'comments',
  'categories',
  'products',
  'stock-history',
  'orders',
  'order-statistics',
  'librarians',
] as const;
type View = (typeof VIEWS)[number];

interface Projection {
  name: View;
  generation: number;
  lag: number | null;
  position: { stream: string; version: number } | null;
  lastAppliedAt?: string;
  rebuild?: { rebuildId: string; phase: string; scanned: number; error?: string };
}

const projectionOf = async (library: Library, staff: Member, name: View): Promise<Projection> => {
  const { status, body } = await library.call('GET /api/ops/projections', staff);
  expect(status).toBe(200);
  return body.items.find((item: Projection) => item.name === name);
};

const rebuildOf = async (library: Library, admin: Member, name: View): Promise<Projection> => {
  const ordered = await library.call(`POST /api/ops/projections/${name}/rebuild`, admin);
  expect([ordered.status, ordered.body]).toEqual([202, { rebuildId: expect.any(String) }]);
  return eventually(async () => {
    const projection = await projectionOf(library, admin, name);
    const { phase } = projection.rebuild ?? {};
    return phase === 'done' || phase === 'failed' ? projection : undefined;
  }, 90);
};

const verified = async (library: Library, admin: Member, name: View) => {
  const { status, body } = await library.call(`POST /api/ops/projections/${name}/verify`, admin);
  expect([status, body]).toMatchObject([200, { compared: expect.any(Number), differences: expect.any(Array) }]);
  return body as { compared: number; differences: { key: string; live: unknown; folded: unknown }[] };
};

const documentsOf = ({ running }: System) =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: running.endpoint,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );

/** A product in a category of its own, and so many pieces of it. */
const sells = async (library: Library, { token }: Member, stock: number): Promise<string> => {
  const made = async (route: string, body: unknown) => (await library.call(route, { token, body })).body;
  const { categoryId } = await made('POST /api/categories', { name: 'Paper' });
  const described = { name: 'Index cards', description: 'Ruled', price: { amount: 660, currency: 'JPY' } };
  const { productId } = await made('POST /api/products', { ...described, categoryId });
  expect(await made(`POST /api/products/${productId}/stock`, { change: stock, reason: 'first' })).toEqual({ stock });
  return productId;
};

/** Everything that a member sees: of one loan, of a volume, of the shop. */
const whatIsSeen = async (library: Library, member: Member, volumeId: string) => {
  const [card, series, found, availability, records, holds, ranking, comments, tree, products, orders, mails] =
    await Promise.all([
      library.call('GET /api/me/card', member),
      library.call('GET /api/series?limit=100'),
      library.call(`GET /api/search?q=${encodeURIComponent('図書館')}&limit=100`),
      library.call(`GET /api/volumes/${volumeId}/availability`),
      library.call('GET /api/me/records', member),
      library.call('GET /api/me/holds', member),
      library.call('GET /api/rankings/volumes?period=all-time&limit=100'),
      library.call(`GET /api/volumes/${volumeId}/comments`),
      library.call('GET /api/categories'),
      library.call('GET /api/products'),
      library.call('GET /api/me/orders', member),
      library.mailsTo(member),
    ]);
  return {
    card: card.body,
    series: series.body.items,
    found: found.body.total,
    availability: availability.body,
    records: records.body.items,
    holds: holds.body.items,
    comments: comments.body.items,
    orders: orders.body.items,
    ranked: ranking.body.items,
    categories: tree.body.items,
    products: products.body.items,
    mails: mails.map(({ kind }) => kind).toSorted(),
  };
};

describe.each(backbones)('the read models (backbone %s)', (backbone) => {
  const system = withSystem({ backbone });

  it('are rebuilt while members borrow, and nobody notices', async () => {
    const { library } = system();
    const [librarian, admin] = [await library.signIn('librarian'), await library.signIn('admin')];
    const volumes: string[] = [];
    for (let count = 0; count < 3; count++) volumes.push((await library.newVolume(librarian, 5)).volumeId);
    const wanted = (await library.newVolume(librarian, 0)).volumeId;
    const aki = await library.register('Aki');
    const members: Member[] = [];
    for (let count = 0; count < 3; count++) members.push(await library.register(`Member ${count}`));
    await library.settled();
    expect((await library.borrow(aki, volumes[0] ?? '')).status).toBe(201);
    const made = async ({ token }: Member, route: string, body: unknown) =>
      expect((await library.call(route, { token, body })).status).toBe(201);
    await made(aki, `POST /api/volumes/${volumes[0]}/comments`, { text: 'Good', rating: 5 });
    await made(aki, 'POST /api/holds', { volumeId: wanted });
    await made(librarian, `POST /api/volumes/${wanted}/copies`, { count: 1, reason: 'wanted' });
    const productId = await sells(library, librarian, 7);
    expect((await shopAt(library).place(aki, { productId })).status).toBe(202);
    await library.settled();
    const before = await whatIsSeen(library, aki, volumes[0] ?? '');

    /** Asks again, as any client would, when a read model needs a moment. */
    const patiently = async (...asked: Parameters<Library['call']>): Promise<Reply> => {
      const answer = await library.call(...asked);
      return answer.status === 503 ? patiently(...asked) : answer;
    };
    const ends = new AbortController();
    const unseen: unknown[] = [];
    let [loans, looks] = [0, 0];
    /** Borrows, sees it with the token, brings it back, sees that too. */
    const borrowing = async (member: Member, volumeId: string) => {
      while (!ends.signal.aborted) {
        const borrowed = await library.borrow(member, volumeId);
        if (borrowed.status !== 201) continue;
        loans += 1;
        const { loanId } = borrowed.body;
        const seeing = (answer: Reply) => ({
          token: member.token,
          headers: { 'x-consistency-token': answer.headers.get('x-consistency-token') ?? '' },
        });
        const [loan, records] = await Promise.all([
          patiently(`GET /api/loans/${loanId}`, seeing(borrowed)),
          patiently('GET /api/me/records?limit=1', seeing(borrowed)),
        ]);
        if (loan.body.status !== 'open' || records.body.items?.[0]?.loanId !== loanId) unseen.push([loan, records]);
        const returned = await patiently(`POST /api/loans/${loanId}/return`, member);
        const again = await patiently(`GET /api/loans/${loanId}`, seeing(returned));
        if (again.body.status !== 'returned') unseen.push(again);
      }
    };
    /** Looks at every list: none is ever empty, none lacks what was there. */
    const looking = async () => {
      while (!ends.signal.aborted) {
        const seen = await whatIsSeen(library, aki, volumes[0] ?? '');
        looks += 1;
        const isWhole =
          seen.card?.status === 'active' &&
          seen.series.length === before.series.length &&
          seen.availability.copies === 5 &&
          seen.found === before.found &&
          seen.records.length === 1 &&
          seen.holds?.[0]?.status === 'ready' &&
          seen.comments?.length === 1 &&
          seen.orders?.[0]?.status === 'confirmed' &&
          seen.categories?.length === 1 &&
          seen.products?.[0]?.stock === 6 &&
          seen.ranked.length >= before.ranked.length;
        if (!isWhole) unseen.push(seen);
      }
    };
    const others = [looking(), ...members.map((member, index) => borrowing(member, volumes[index] ?? ''))];
    const rebuilt = await Promise.all(VIEWS.map((name) => rebuildOf(library, admin, name)));
    ends.abort();
    await Promise.all(others);
    for (const { name, generation, rebuild } of rebuilt) {
      expect([name, generation, rebuild]).toEqual([name, 2, expect.objectContaining({ phase: 'done' })]);
      expect(rebuild?.scanned).toBeGreaterThan(0);
    }
    await library.settled();

    expect(unseen).toEqual([]);
    expect(loans).toBeGreaterThan(5);
    expect(looks).toBeGreaterThan(5);
    for (const name of VIEWS) {
      const { differences, compared } = await verified(library, admin, name);
      expect([name, differences]).toEqual([name, []]);
      expect(compared).toBeGreaterThan(0);
      const projection = await projectionOf(library, librarian, name);
      expect(projection).toMatchObject({ lag: 0, lastAppliedAt: expect.any(String) });
    }
    // Nobody was told anything twice: what a rebuild reads, no reaction hears.
    expect((await whatIsSeen(library, aki, volumes[0] ?? '')).mails).toEqual(before.mails);
    for (const member of members) {
      const kinds = (await library.mailsTo(member)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'welcome')).toHaveLength(1);
    }
  });
});

describe('the read models, whatever carries the events', () => {
  const system = withSystem();

  it('are compared with a fold, which finds a damaged row, and are healed by a rebuild', async () => {
    const { library } = system();
    const admin = await library.signIn('admin');
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 3);
    await library.settled();
    const { generation } = await projectionOf(library, admin, 'availability');
    const documents = documentsOf(system());
    const TableName = 'bunko-local-view-availability';
    const Key = { pk: generation === 1 ? volumeId : `g${generation}#${volumeId}`, sk: 'shelf' };
    const { Item } = await documents.send(new GetCommand({ TableName, Key }));
    await documents.send(new PutCommand({ TableName, Item: { ...Item, arrivals: [], isOpen: true } }));
    await documents.send(new PutCommand({ TableName, Item: { ...Item, ...Key, sk: 'nonsense' } }));

    const { differences } = await verified(library, admin, 'availability');
    expect(differences.map(({ key }) => key).toSorted()).toEqual([`${volumeId}/nonsense`, `${volumeId}/shelf`]);
    expect(differences).toContainEqual(
      expect.objectContaining({ live: expect.objectContaining({ arrivals: [] }), key: `${volumeId}/shelf` }),
    );
    expect(differences).toContainEqual(expect.objectContaining({ folded: null, key: `${volumeId}/nonsense` }));

    expect((await rebuildOf(library, admin, 'availability')).rebuild).toMatchObject({ phase: 'done' });
    expect((await verified(library, admin, 'availability')).differences).toEqual([]);
    const { body } = await library.call(`GET /api/volumes/${volumeId}/availability`);
    expect(body).toMatchObject({ copies: 3, available: 3 });
  });

  it('have one rebuild at a time, which can be given up', async () => {
    const { library } = system();
    const admin = await library.signIn('admin');
    const before = await projectionOf(library, admin, 'records');
    const route = '/api/ops/projections/records/rebuild';
    const headers = { 'idempotency-key': 'the same order' };
    const ordered = await library.call(`POST ${route}`, { ...admin, headers });
    expect(ordered.status).toBe(202);
    expect(await library.call(`POST ${route}`, admin)).toMatchObject({
      status: 409,
      body: { code: 'rebuild-in-progress' },
    });
    expect(await library.call(`POST ${route}`, { ...admin, headers })).toMatchObject({
      status: 202,
      body: ordered.body,
    });
    expect((await library.call(`DELETE ${route}`, admin)).status).toBe(204);
    const { generation, rebuild } = await eventually(async () => {
      const projection = await projectionOf(library, admin, 'records');
      return projection.rebuild?.phase === 'cancelled' ? projection : undefined;
    }, 60);
    expect([generation, rebuild?.rebuildId]).toEqual([before.generation, ordered.body.rebuildId]);
    const { Items = [] } = await documentsOf(system()).send(
      new ScanCommand({ TableName: 'bunko-local-view-records', ProjectionExpression: 'pk' }),
    );
    const mark = before.generation === 1 ? '' : `g${before.generation}#`;
    expect(Items.filter(({ pk }) => !String(pk).startsWith(mark))).toEqual([]);
    expect(await library.call(`DELETE ${route}`, admin)).toMatchObject({
      status: 409,
      body: { code: 'no-rebuild-in-progress' },
    });
  });

  it('are seen by librarians, and rebuilt, compared and left alone by admins only', async () => {
    const { library } = system();
    const [librarian, admin, aki] = [
      await library.signIn('librarian'),
      await library.signIn('admin'),
      await library.register(),
    ];
    const routes = ['POST /x/rebuild', 'DELETE /x/rebuild', 'POST /x/verify'].map((route) =>
      route.replace('/x', '/api/ops/projections/records'),
    );
    expect((await library.call('GET /api/ops/projections')).status).toBe(401);
    expect((await library.call('GET /api/ops/projections', aki)).status).toBe(403);
    expect((await library.call('GET /api/ops/projections', librarian)).body.items).toHaveLength(
      Object.keys(projections).length,
    );
    for (const route of routes) {
      expect((await library.call(route)).status).toBe(401);
      expect((await library.call(route, librarian)).status).toBe(403);
      expect((await library.call(route.replace('records', 'inbox'), admin)).status).toBe(404);
    }
  });
});
