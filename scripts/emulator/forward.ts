import type { GatewayRequest } from '../../local/http/gateway-event.ts';
import type { HttpAnswer } from '../../local/http/gateway-response.ts';

/** What one hop says to the next, and what `fetch` writes itself. */
const OF_THE_HOP = new Set(['connection', 'host', 'content-length', 'transfer-encoding', 'keep-alive']);

/** Passes a request on to the API in the emulator, and its answer back. */
export const forwardTo =
  (address: string) =>
  async ({ method, rawPath, rawQueryString, headers, cookies, body }: GatewayRequest): Promise<HttpAnswer> => {
    const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
    const answer = await fetch(`${address}${rawPath}${query}`, {
      method,
      headers: {
        ...Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_HOP.has(name))),
        ...(cookies.length > 0 && { cookie: cookies.join('; ') }),
      },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
      redirect: 'manual',
    });
    const passed = [...answer.headers].filter(([name]) => !OF_THE_HOP.has(name) && name !== 'set-cookie');
    return {
      status: answer.status,
      headers: { ...Object.fromEntries(passed), 'set-cookie': answer.headers.getSetCookie() },
      body: Buffer.from(await answer.arrayBuffer()),
    };
  };
