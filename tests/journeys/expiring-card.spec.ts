import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { addDays, type BusinessDay, dayOf } from '../../events/business-day.ts';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import { dynamoEventStore } from '../../functions/platform/event-store/dynamodb.ts';
import { closedVault } from '../../functions/platform/event-store/vault/closed.ts';
import { backbones } from '../support/backbones.ts';
import { type Library, type Member, PASSWORD } from '../support/library.ts';
import { withSystem } from '../support/system.ts';

/** The history of a system, read and written beside its functions, as an operator can. */
const historyOf = async (library: Library) => {
  const { dynamodb, tables } = (await library.call('GET /_local')).body;
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'operator' };
  const client = new DynamoDBClient({ endpoint: dynamodb.endpoint, region: 'ap-northeast-1', credentials });
  const kept = { vault: closedVault, blobs: inMemoryBlobs() };
  return dynamoEventStore(DynamoDBDocumentClient.from(client), tables, kept);
};

/** Two years are a thousand mornings: the card is given a last day that is nearer. */
const endOn = async (library: Library, { id }: Member, validUntil: BusinessDay) => {
  const store = await historyOf(library);
  const { head, events } = await store.read(`main#card#${id}`);
  const data = { ...(events[0]?.data as { memberId: string; cardId: string }), validUntil };
  const told = { type: 'membership.card-renewed', data: { memberId: id, cardId: data.cardId, validUntil } };
  const metadata = { correlationId: 'c', causationId: 'c', actor: { kind: 'operator', id: 'test' } as const };
  const occurredAt = new Date().toISOString();
  await store.commit({ id: `end-${id}`, appends: [{ head, events: [told] }], metadata: { ...metadata, occurredAt } });
};

describe.each(backbones)('a card that ends soon (backbone %s)', (backbone) => {
  const system = withSystem({ backbone });

  it('is told thirty days before, once for each validity, and blocks borrowing after its last day', async () => {
    const { library } = system();
    const aki = await library.register();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    await library.settled();
    const today = dayOf(new Date((await library.call('GET /_local/clock')).body.now));
    const lastDay = addDays(today, 32);
    await endOn(library, aki, lastDay);
    await library.settled();

    const told = async () =>
      (await (await historyOf(library)).read(`main#card#${aki.id}`)).events
        .filter(({ type }) => type === 'membership.card-expiring')
        .map(({ data }) => data);
    /** The noon of a day, and a token of that day. */
    const noonOf = async (day: BusinessDay): Promise<Member> => {
      await library.setClock(`${day}T03:00:00Z`);
      await library.settled();
      const { body } = await library.call('POST /api/auth/login', { body: { email: aki.email, password: PASSWORD } });
      return { ...aki, token: body.accessToken };
    };

    await noonOf(addDays(today, 1));
    expect(await told()).toEqual([]);
    await noonOf(addDays(today, 2));
    await noonOf(addDays(today, 3));
    expect(await told()).toMatchObject([{ memberId: aki.id, validUntil: lastDay, noticedOn: addDays(today, 2) }]);

    const late = await noonOf(addDays(lastDay, 1));
    expect((await library.call('GET /api/me/card', late)).body.status).toBe('expired');
    expect(await library.borrow(late, volumeId)).toMatchObject({ status: 409, body: { code: 'card-not-active' } });
    const renewed = await library.call('POST /api/me/card/renew', late);
    expect(renewed).toMatchObject({ status: 200, body: { status: 'active' } });
    expect((await library.borrow(late, volumeId)).status).toBe(201);
    expect(await told()).toHaveLength(1);
  });
});
