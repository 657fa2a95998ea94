import { expect, it } from 'vitest';
import { forgettingMembers } from './forgotten-member.ts';
import type { GatewayRequest } from './gateway-event.ts';
import { type HttpAnswer, jsonAnswer } from './gateway-response.ts';

const request: GatewayRequest = {
  method: 'DELETE',
  rawPath: '/api/me',
  rawQueryString: '',
  headers: {},
  cookies: [],
  body: Buffer.alloc(0),
  sourceIp: '',
  protocol: '',
};
const gone: HttpAnswer = { status: 204, headers: {}, body: Buffer.alloc(0) };

const removedWhen = async (profile: HttpAnswer, deletion: HttpAnswer, asked = request) => {
  const removed: string[] = [];
  const gateway = forgettingMembers(
    async ({ method }) => (method === 'GET' ? profile : deletion),
    (address) => void removed.push(address),
  );
  await gateway(asked);
  return removed;
};

it('removes the mails of a member who deletes the account', async () =>
  expect(await removedWhen(jsonAnswer(200, { email: 'a@b.test' }), gone)).toEqual(['a@b.test']));

it('keeps them when the deletion is refused or something else is deleted', async () => {
  const profile = jsonAnswer(200, { email: 'a@b.test' });
  expect(await removedWhen(profile, jsonAnswer(409, {}))).toEqual([]);
  expect(await removedWhen(profile, gone, { ...request, rawPath: '/api/me/holds' })).toEqual([]);
  expect(await removedWhen(jsonAnswer(401, {}), gone)).toEqual([]);
});
