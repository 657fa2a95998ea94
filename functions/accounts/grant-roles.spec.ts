import { describe, expect, it } from 'vitest';
import { MemberId } from '../../events/ids.ts';
import { commandLoop } from '../platform/command-loop.ts';
import { inMemoryEventStore } from '../platform/event-store/in-memory.ts';
import { register } from './commands/register/register.ts';
import { grantRoles } from './grant-roles.ts';
import { PASSWORD, start } from './phrases.ts';

const storeWithAki = async () => {
  const store = inMemoryEventStore();
  const context = { commandId: 'c', correlationId: 'c', causationId: 'c', actor: { kind: 'anyone' as const, id: 'a' } };
  const needs = { newMemberId: () => MemberId.parse('aki'), hashPassword: async () => '', decide: commandLoop(store) };
  await register(needs)({ name: 'Aki', email: 'aki@example.test', password: PASSWORD }, { ...context, now: start });
  return store;
};

describe('an operator', () => {
  it('gives the first roles of a stage by address, whatever its case, once', async () => {
    const store = await storeWithAki();
    await grantRoles(store, 'AKI@example.test', ['admin'], start);
    await grantRoles(store, 'aki@example.test', ['admin'], start);
    expect((await store.read('main#account#aki')).events.slice(1)).toMatchObject([
      {
        type: 'accounts.roles-changed',
        data: { memberId: 'aki', roles: ['member', 'admin'] },
        metadata: { actor: { kind: 'operator', id: 'grant-roles' } },
      },
    ]);
  });

  it('cannot give roles to an address that nobody has', async () => {
    const store = await storeWithAki();
    await expect(grantRoles(store, 'mei@example.test', ['admin'], start)).rejects.toThrow('mei@example.test');
  });
});
