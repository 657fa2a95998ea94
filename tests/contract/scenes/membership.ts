import { describe, expect, it } from 'vitest';
import type { Member } from '../../support/library.ts';
import type { Stage } from '../stage.ts';

export const membershipScenes = (stage: Stage) => {
  describe('the own card over HTTP', () => ownCard(stage));
  describe('suspending a card over HTTP', () => suspending(stage));
};

/** A member whose card is there. */
const withCard = async ({ library }: Stage): Promise<Member> => {
  const member = await library.register();
  await library.settled();
  return member;
};
const cardOf = (stage: Stage, { token }: Member, status = 200, code?: string) =>
  stage.call('GET /api/me/card', { as: 'owner', token }, status, code);
const renew = (stage: Stage, { token }: Member, status = 200, code?: string) =>
  stage.call('POST /api/me/card/renew', { as: 'owner', token }, status, code);

const ownCard = (stage: Stage) => {
  it('given a new member, then the card is active, and renewing it adds two years to its last day', async () => {
    const member = await withCard(stage);
    const { body: card } = await cardOf(stage, member);
    expect(card.status).toBe('active');
    const { body: renewed } = await renew(stage, member);
    expect(renewed).toMatchObject({ cardId: card.cardId, status: 'active' });
    const year = Number(card.validUntil.slice(0, 4)) + 2;
    expect(renewed.validUntil.slice(0, 7)).toBe(`${year}${card.validUntil.slice(4, 7)}`);
    await stage.library.settled();
    expect((await cardOf(stage, member)).body).toEqual(renewed);
  });

  it('given a card that is still on its way, then there is none to see or to renew', async () => {
    const delay = { at: 'function', kind: 'delay', target: 'bunko-local-issue-card', delayMs: 3_000 };
    await stage.library.call('POST /_local/faults', { body: { seed: 1, rules: [delay] } });
    const member = await stage.library.register();
    await cardOf(stage, member, 404, 'not-found');
    await renew(stage, member, 404, 'not-found');
    await stage.library.call('DELETE /_local/faults');
    await stage.library.settled();
    await cardOf(stage, member);
  });
};

const suspending = (stage: Stage) => {
  const SUSPEND = 'POST /api/members/{memberId}/card/suspend';
  const REINSTATE = 'POST /api/members/{memberId}/card/reinstate';
  const by = async (as: 'librarian' | 'admin') => ({ as, token: (await stage.library.signIn(as)).token });
  const body = { reason: 'カードを落とした\nlost' };

  it('given a card, when it is suspended, then its member cannot borrow or renew until it is reinstated', async () => {
    const { library } = stage;
    const librarian = await library.signIn('librarian');
    const { volumeId } = await library.newVolume(librarian, 1);
    const member = await withCard(stage);
    const params = { memberId: member.id };
    const sent = { as: 'librarian', token: librarian.token, params } as const;
    await stage.call(SUSPEND, { ...sent, body }, 204);
    await stage.call(SUSPEND, { ...sent, body }, 409, 'already-suspended');
    await library.settled();
    expect((await cardOf(stage, member)).body.status).toBe('suspended');
    await renew(stage, member, 409, 'card-suspended');
    expect(await library.borrow(member, volumeId)).toMatchObject({ status: 409, body: { code: 'card-not-active' } });
    await stage.call(REINSTATE, { ...(await by('admin')), params }, 204);
    await stage.call(REINSTATE, sent, 409, 'not-suspended');
    await library.settled();
    expect((await cardOf(stage, member)).body.status).toBe('active');
    expect((await library.borrow(member, volumeId)).status).toBe(201);
  });

  it('given nobody of that id, then there is no card', async () => {
    const params = { memberId: 'nobody' };
    await stage.call(SUSPEND, { ...(await by('librarian')), params, body }, 404, 'not-found');
    await stage.call(REINSTATE, { ...(await by('librarian')), params }, 404, 'not-found');
  });

  it('given no reason, then it is named', async () => {
    const params = { memberId: (await withCard(stage)).id };
    const sent = { ...(await by('librarian')), params, body: { reason: ' ' } };
    const { body: problem } = await stage.call(SUSPEND, sent, 400, 'invalid-request');
    expect(problem.errors).toMatchObject([{ path: 'reason' }]);
  });
};
