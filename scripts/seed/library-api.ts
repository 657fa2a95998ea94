import { createHash } from 'node:crypto';
import * as z from 'zod';

/** Where the seed goes and who puts it there (a librarian). */
export interface Library {
  /** The site, for example `http://localhost:4000`; `/api` is added. */
  url: string;
  accessToken: string;
}

/** What a create ended as: a created object, or the stable code of a refusal. */
export type Creation = { outcome: 'created'; object: unknown } | { outcome: 'refused'; code: string };

const Problem = z.object({ code: z.string(), detail: z.string().optional(), title: z.string().optional() });
const ATTEMPTS = 6;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The same body under the same name gives the same key, so that a repeat is answered and not done again. */
export const idempotencyKey = (name: string, body: unknown): string =>
  `seed-${name}-${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}`;

const headersOf = ({ accessToken }: Library, more: Record<string, string> = {}): Record<string, string> => ({
  authorization: `Bearer ${accessToken}`,
  accept: 'application/json',
  ...more,
});

/** Busy and too-many-requests are waited for as the server asks; a lost connection is tried again: the key makes it safe. */
const patiently = async (ask: () => Promise<Response>): Promise<Response> => {
  for (let attempt = 1; ; attempt++) {
    const response = await ask().catch((error: unknown) => {
      if (attempt >= ATTEMPTS) throw error;
      return undefined;
    });
    const passing = response === undefined || [429, 502, 503, 504].includes(response.status);
    if (response !== undefined && (!passing || attempt >= ATTEMPTS)) return response;
    const asked = Number(response?.headers.get('retry-after'));
    await pause(asked > 0 ? asked * 1_000 : 100 * 2 ** attempt);
  }
};

const complaint = (what: string, response: Response, text: string): Error =>
  new Error(`${what} was answered with ${response.status}: ${text.slice(0, 500)}`);

/** Asks for one thing to be done or created; 409 comes back as a refusal, what is neither is an error that quotes the answer. */
export const create = async (library: Library, path: string, key: string, body: unknown): Promise<Creation> => {
  const response = await patiently(() =>
    fetch(new URL(path, library.url), {
      method: 'POST',
      headers: headersOf(library, { 'content-type': 'application/json', 'idempotency-key': key }),
      body: JSON.stringify(body),
    }),
  );
  const text = await response.text();
  if (response.status === 201 || response.status === 200) return { outcome: 'created', object: JSON.parse(text) };
  if (response.status !== 409) throw complaint(`POST ${path}`, response, text);
  return { outcome: 'refused', code: Problem.parse(JSON.parse(text)).code };
};

/** Reads one page; anything but 200 is an error that quotes the answer. */
export const read = async <Schema extends z.ZodType>(
  library: Library,
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> => {
  const response = await patiently(() => fetch(new URL(path, library.url), { headers: headersOf(library) }));
  const text = await response.text();
  if (response.status !== 200) throw complaint(`GET ${path}`, response, text);
  return schema.parse(JSON.parse(text));
};
