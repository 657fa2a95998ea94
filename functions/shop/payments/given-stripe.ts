import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Stripe from 'stripe';
import { stripeBooks } from './given-stripe-books.ts';

/** One request as Stripe got it. */
export interface Seen {
  method: string;
  path: string;
  key: string | undefined;
  body: Record<string, string>;
}
/** What happens to the next request to a path: an answer in its stead, its answer lost, or none at all. */
export type Trouble = { status: number; error: object } | 'lost-answer' | 'silence';

/** A stand-in for Stripe on this machine: keeps intents and idempotency keys as its reference says, and every request. */
export const givenStripe = async () => {
  const seen: Seen[] = [];
  const troubles: { path: RegExp; trouble: Trouble }[] = [];
  const books = stripeBooks();
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://stripe');
    const body = new URLSearchParams(await text(request));
    const key = request.headers['idempotency-key'];
    const method = request.method ?? '';
    const one = { method, path: url.pathname, key: key?.toString(), body: Object.fromEntries(body) };
    seen.push(one);
    const index = troubles.findIndex(({ path }) => path.test(`${method} ${url.pathname}`));
    const trouble = index < 0 ? undefined : troubles.splice(index, 1)[0]?.trouble;
    if (trouble === 'silence') return;
    const { status, json } =
      typeof trouble === 'object' ? { status: trouble.status, json: { error: trouble.error } } : books(one, body);
    if (trouble === 'lost-answer') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    /** A client of it that waits as long as the test says. */
    client: (timeout = 2_000) =>
      new Stripe('sk_test_bunko', { host: '127.0.0.1', port, protocol: 'http', timeout, maxNetworkRetries: 0 }),
    seen,
    /** The next request to this path, e.g. `POST .*confirm`, meets this trouble. */
    trouble: (path: RegExp, trouble: Trouble) => void troubles.push({ path, trouble }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
