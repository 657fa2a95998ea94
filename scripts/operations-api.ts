import * as z from 'zod';

/** The seeded admin of the local target, unless BUNKO_TOKEN holds the access token of another. */
const tokenFor = async (url: string): Promise<string> => {
  const { BUNKO_TOKEN } = process.env;
  if (BUNKO_TOKEN) return BUNKO_TOKEN;
  const answer = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@bunko.test', password: 'bunko-demo-1' }),
  });
  if (!answer.ok) throw new Error(`nobody could sign in at ${url} (${answer.status}): set BUNKO_TOKEN`);
  return z.object({ accessToken: z.string() }).parse(await answer.json()).accessToken;
};

/** The API of a system as its admin calls it; answers the JSON, throws with what was answered instead. */
export const operationsApi = async (url: string) => {
  const token = await tokenFor(url);
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(new URL(path, url), {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
};
export type OperationsApi = Awaited<ReturnType<typeof operationsApi>>;
