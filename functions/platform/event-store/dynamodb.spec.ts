import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { withEngine } from '../../../tests/support/engine.ts';
import { inMemoryBlobs } from './blobs/in-memory.ts';
import { eventStoreContract } from './contract-suite.ts';
import { dynamoEventStore } from './dynamodb.ts';
import type { Safekeeping } from './safekeeping.ts';
import { inMemoryVault } from './vault/in-memory.ts';

const documents = withEngine([{ name: 'events', sort: 'N' }, { name: 'claims' }]);
const open = async (keeping: Safekeeping) =>
  dynamoEventStore(documents(), { events: 'events', claims: 'claims' }, keeping);

eventStoreContract('the store on DynamoDB', open);

const metadata = {
  correlationId: 'correlation',
  causationId: 'cause',
  actor: { kind: 'operator' as const, id: 'test' },
  occurredAt: '2026-05-01T00:00:00.000Z',
};

describe('the event table', () => {
  it('holds no personal data in the clear, and is compressed where that saves a write unit', async () => {
    const store = await open({ vault: inMemoryVault(), blobs: inMemoryBlobs() });
    const person = { memberId: 'm', name: 'Akiko Yosano', email: 'akiko@example.test', roles: ['member'] };
    const many = Array.from({ length: 40 }, () => ({ type: 'accounts.roles-changed', data: person }));
    await store.commit({
      id: 'sealed',
      appends: [
        {
          head: store.unwritten('main#account#m'),
          events: [{ type: 'accounts.account-registered', data: person }],
        },
        { head: store.unwritten('main#account#n'), events: many },
      ],
      metadata,
    });
    const { Items = [] } = await documents().send(new ScanCommand({ TableName: 'events' }));
    const item = (pk: string) => Items.find((one) => one.pk === pk);
    expect(JSON.stringify(item('main#account#m'))).not.toMatch(/Akiko|example/);
    expect(item('main#account#m')).toMatchObject({ e: expect.stringContaining('"sealed":"1.') });
    expect(item('main#account#n')?.z.length).toBeLessThan(1_500);
    expect((await store.read('main#account#n')).events).toHaveLength(40);
  });
});
