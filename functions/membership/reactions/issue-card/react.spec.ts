import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../../../events/envelope.ts';
import { CardId } from '../../../../events/ids.ts';
import { commandLoop } from '../../../platform/command-loop.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { issueCard } from './react.ts';

const registered = (occurredAt: string): Recorded => {
  const data = { memberId: 'aki', name: 'Aki', email: 'aki@example.test', roles: ['member'] };
  const event = recorded('accounts.account-registered', 'main#account#aki', 1, data);
  return { ...event, metadata: { ...event.metadata, occurredAt } };
};

/** The events of the card's stream after these announcements, some at the same moment. */
const cardAfter = async (...announcements: readonly Recorded[]) => {
  const store = inMemoryEventStore();
  let cards = 0;
  const react = issueCard({ newCardId: () => CardId.parse(`card-${++cards}`), decide: commandLoop(store) });
  await Promise.all(announcements.flatMap((event) => heard('issue-card', event) ?? []).map(react));
  return (await store.read('main#card#aki')).events;
};

describe('issuing a card', () => {
  it('follows a registration, on its business day and because of it', async () => {
    const event = registered('2026-04-30T15:00:00.000Z');
    expect(await cardAfter(event)).toMatchObject([
      {
        type: 'membership.card-issued',
        data: { memberId: 'aki', cardId: 'card-1', issuedOn: '2026-05-01', validUntil: '2028-05-01' },
        metadata: {
          causationId: event.id,
          correlationId: 'correlation',
          actor: { kind: 'listener', id: 'issue-card' },
        },
      },
    ]);
  });

  it('happens once, though the registration is announced twice, or at the same moment', async () => {
    const event = registered('2026-05-01T00:00:00.000Z');
    expect(await cardAfter(event, event, event)).toHaveLength(1);
  });
});
