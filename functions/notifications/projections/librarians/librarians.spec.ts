import { describe, expect, it } from 'vitest';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { rowPerStream } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { librarians } from './project.ts';
import { librariansIn } from './view.ts';

const librariansAfter = async (...told: readonly (readonly [type: string, memberId: string, data?: object])[]) => {
  const view = inMemoryViewStore();
  const apply = rowPerStream(librarians, view, inMemoryEventStore());
  const versions = new Map<string, number>();
  for (const [type, memberId, data] of told) {
    const version = (versions.get(memberId) ?? 0) + 1;
    versions.set(memberId, version);
    const event = recorded(`accounts.${type}`, `main#account#${memberId}`, version, { memberId, ...data });
    await apply(event);
    await apply(event);
  }
  return librariansIn(view);
};
const registered = (memberId: string) => ['account-registered', memberId, { roles: ['member'] }] as const;
const made = (memberId: string, ...roles: string[]) => ['roles-changed', memberId, { roles }] as const;

describe('the librarians', () => {
  it('are those who have the role now', async () => {
    expect(await librariansAfter(registered('aki'))).toEqual([]);
    const told = [registered('aki'), registered('ben'), made('aki', 'librarian'), made('ben', 'admin')];
    expect(await librariansAfter(...told)).toEqual(['aki']);
    expect(await librariansAfter(...told, made('aki', 'member'), made('ben', 'member', 'librarian'))).toEqual(['ben']);
  });

  it('are without those who have left', async () =>
    expect(await librariansAfter(registered('aki'), made('aki', 'librarian'), ['account-deleted', 'aki'])).toEqual([]));
});
