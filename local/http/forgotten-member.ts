import * as z from 'zod';
import type { Gateway } from './gateway.ts';
import type { GatewayRequest } from './gateway-event.ts';

const Profile = z.object({ email: z.string() });

const addressOf = async (gateway: Gateway, request: GatewayRequest): Promise<string | undefined> => {
  const { status, body } = await gateway({ ...request, method: 'GET', body: Buffer.alloc(0) });
  if (status !== 200) return undefined;
  return Profile.safeParse(JSON.parse(body.toString('utf8'))).data?.email;
};

/**
 * On the local target the mails of a member who deletes the account go too. Afterwards nobody knows the address any
 * more (its key is erased), so it is asked for first, with the member's own token.
 */
export const forgettingMembers =
  (gateway: Gateway, removeMailsFor: (address: string) => void): Gateway =>
  async (request) => {
    if (request.method !== 'DELETE' || request.rawPath !== '/api/me') return gateway(request);
    const address = await addressOf(gateway, request);
    const answer = await gateway(request);
    if (answer.status === 204 && address !== undefined) removeMailsFor(address);
    return answer;
  };
