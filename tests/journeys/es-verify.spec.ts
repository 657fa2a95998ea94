import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { s3Blobs } from '../../functions/platform/event-store/blobs/s3.ts';
import { es } from '../support/es-command.ts';
import { withSystem } from '../support/system.ts';

const system = withSystem();
const verify = (...args: string[]) => es('verify', '--json', '--url', system().running.url, ...args);
const id = () => randomUUID();
const SECRET = 'Zuleika Quetzalcoatl';

/** A day that began, as the table holds it; the damage is in what is put over it. */
const dayBegan = (damage: Readonly<Record<string, unknown>> = {}, event: Readonly<Record<string, unknown>> = {}) => {
  const c = typeof damage.c === 'string' ? damage.c : id();
  const told = { id: `${c}.0`, type: 'platform.day-began', schemaVersion: 1, data: { day: '2031-01-01' }, ...event };
  return {
    pk: `main#calendar#${id()}`,
    sk: 1,
    v: 1,
    c,
    t: [told.type],
    e: JSON.stringify([told]),
    m: {
      correlationId: 'c',
      causationId: 'r',
      actor: { kind: 'operator', id: 'o' },
      occurredAt: '2031-01-01T00:00:00Z',
    },
    ...damage,
  };
};

const put = async (item: Readonly<Record<string, unknown>>) => {
  const { endpoint, tables } = system().running;
  const credentials = { accessKeyId: 'vandal', secretAccessKey: 'vandal' };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'ap-northeast-1', credentials }));
  await client.send(new PutCommand({ TableName: tables.events ?? '', Item: item }));
  client.destroy();
  return item;
};

const changedObject = async (): Promise<string> => {
  const bucket = 'bunko-local-commits-000000000000-ap-northeast-1';
  const key = `main/calendar/${id()}/1-${'0'.repeat(64)}`;
  await s3Blobs(bucket, {
    AWS_ENDPOINT_URL: system().running.endpoint,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'vandal',
    AWS_SECRET_ACCESS_KEY: 'vandal',
  }).put(key, Buffer.from('something else'));
  return key;
};
const elsewhere = (x: string) => {
  const { e: _, ...item } = dayBegan();
  return { ...item, x };
};

beforeAll(async () => {
  const { library } = system();
  // A shelf of 100 copies is compressed, and a member has something to seal.
  const { volumeId } = await library.newVolume(await library.signIn('librarian'), 100);
  const member = await library.register(SECRET);
  await library.settled();
  expect((await library.borrow(member, volumeId)).status).toBe(201);
  await library.settled();
});

describe('verify', () => {
  it('proves a history that is whole, with what it has looked at', async () => {
    const { status, json } = await verify();
    const total = json().at(-1);
    expect(total).toMatchObject({ damages: 0, notes: 0, elsewhere: 0 });
    expect(total.compressed).toBeGreaterThanOrEqual(1);
    expect(total.items).toBeGreaterThan(total.commits);
    expect(total.events).toBeGreaterThanOrEqual(total.items);
    expect(status).toBe(0);
    const one = await verify('--category', 'shelf', '--personal');
    expect([one.status, one.json().at(-1).streams]).toEqual([0, 1]);
  });

  it.each<[kind: string, plant: () => Promise<Readonly<Record<string, unknown>>>]>([
    ['version-gap', () => put(dayBegan({ sk: 2, v: 2 }))],
    ['last-version-wrong', () => put(dayBegan({ v: 5 }))],
    ['types-wrong', () => put(dayBegan({ t: ['lending.loan-opened'] }))],
    ['type-unknown', () => put(dayBegan({}, { type: 'calendar.nonsense' }))],
    ['schema-unknown', () => put(dayBegan({}, { schemaVersion: 7 }))],
    ['contract-broken', () => put(dayBegan({}, { data: { day: 'some day' } }))],
    ['category-wrong', () => put(dayBegan({ pk: `main#loan#${id()}` }))],
    ['stream-unknown', () => put(dayBegan({ pk: `main#cars#${id()}` }))],
    ['no-commit', () => put({ pk: `main#calendar#${id()}`, sk: 1, anything: 'else' })],
    ['events-unreadable', () => put(dayBegan({ e: 'no JSON' }))],
    ['event-id-wrong', () => put(dayBegan({}, { id: 'somebody-else.0' }))],
    [
      'personal-data-open',
      () => {
        const data = { memberId: 'm', name: SECRET, email: 'z@example.test', roles: ['member'] };
        return put(dayBegan({ pk: 'main#account#m' }, { type: 'accounts.account-registered', data }));
      },
    ],
    ['claim-check-missing', () => put(elsewhere(`main/calendar/${id()}/1-nothing`))],
    ['claim-check-changed', async () => put(elsewhere(await changedObject()))],
  ])('finds %s where it was planted, and ends with 1', async (kind, plant) => {
    const { pk, sk } = await plant();
    const { status, json, output } = await verify();
    expect(status).toBe(1);
    expect(json()).toContainEqual(expect.objectContaining({ level: 'damage', kind, stream: pk, version: sk }));
    expect(output).not.toContain(SECRET);
  });

  it('finds what does not fit together across the streams of a commit', async () => {
    const c = id();
    const first = await put(dayBegan({ c }));
    const again = await put(dayBegan({ c }));
    const half = id();
    const second = await put(dayBegan({ c: half }, { id: `${half}.1` }));
    const found = (await verify()).json();
    const twice = found.filter(({ kind }) => kind === 'event-id-twice').map(({ stream }) => stream);
    expect([first.pk, again.pk]).toEqual(expect.arrayContaining(twice));
    expect(twice).toHaveLength(1);
    expect(found).toContainEqual(expect.objectContaining({ kind: 'commit-incomplete', stream: second.pk }));
  });

  it('notes a clock that went back, which is no damage', async () => {
    const item = dayBegan();
    await put(item);
    const c = id();
    const later = dayBegan({ c, pk: item.pk, sk: 2, v: 2, m: { ...item.m, occurredAt: '2030-01-01T00:00:00Z' } });
    await put(later);
    const found = (await verify()).json().filter(({ stream }) => stream === item.pk);
    expect(found).toMatchObject([{ level: 'note', kind: 'clock-went-back', version: 2 }]);
  });
});
