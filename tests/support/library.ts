import { v7 as uuid } from 'uuid';
import * as z from 'zod';

/** What came back over HTTP. */
export interface Reply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a journey looks at answers the way a person reads them
  body: any;
}
interface Sent {
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as it is, instead of JSON. */
  raw?: string;
}

export interface Member {
  id: string;
  email: string;
  token: string;
  cookie: string;
}

export const PASSWORD = 'a long enough password';
const Session = z.object({ accessToken: z.string(), user: z.object({ id: z.string(), email: z.string() }) });

/** The library over HTTP, as its members and its staff use it. */
export const libraryAt = (url: string) => {
  const call = async (route: string, { token, body, headers, raw }: Sent = {}): Promise<Reply> => {
    const [method = 'GET', path = '/'] = route.split(' ');
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
      redirect: 'manual',
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : parsed(text) };
  };

  const member = (answer: Reply): Member => {
    const { accessToken, user } = Session.parse(answer.body);
    return { ...user, token: accessToken, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  };
  const expectStatus = (answer: Reply, status: number): Reply => {
    if (answer.status !== status)
      throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  };

  /** Asks again, as a client does, until the answer is one that would not change; throws after `seconds`. */
  const insist = async (route: string, sent: Sent, seconds = 90): Promise<Reply> => {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
      const answer = await call(route, sent).catch(() => undefined);
      if (answer && !isPassing(answer)) return answer;
      if (Date.now() > deadline) throw new Error(`${route}: ${answer?.status ?? 'no answer'} for ${seconds} seconds`);
      await new Promise((done) => setTimeout(done, 200));
    }
  };

  return {
    call,
    insist,
    /** Waits until nothing is on its way any more. */
    async settled(): Promise<void> {
      expectStatus(await call('GET /_local/idle?timeout=100'), 200);
    },
    async register(name = 'Aki'): Promise<Member> {
      const email = `${uuid()}@example.test`;
      return member(
        expectStatus(await call('POST /api/auth/register', { body: { name, email, password: PASSWORD } }), 201),
      );
    },
    /** A seeded account of the local target. */
    async signIn(who: 'librarian' | 'admin' | 'member'): Promise<Member> {
      const body = { email: `${who}@bunko.test`, password: 'bunko-demo-1' };
      return member(expectStatus(await call('POST /api/auth/login', { body }), 200));
    },
    /** A new volume in a new series, on its shelf. */
    async newVolume(
      librarian: Member,
      initialCopies: number,
    ): Promise<{ seriesId: string; volumeId: string; title: string }> {
      const { token } = librarian;
      const title = `月の図書館 ${uuid()}`;
      const series = {
        title,
        author: '青木 春',
        genre: 'fantasy',
        publisher: '文庫社',
        firstPublishedOn: '2025-04-01',
      };
      const { seriesId } = expectStatus(await call('POST /api/series', { token, body: series }), 201).body;
      const volume = { seriesId, title: `${title} 1`, number: 1, publishedOn: '2025-04-01', initialCopies };
      const { volumeId } = expectStatus(await call('POST /api/volumes', { token, body: volume }), 201).body;
      return { seriesId, volumeId, title: volume.title };
    },
    borrow: ({ token }: Member, ...volumeIds: string[]) =>
      call('POST /api/loans', { token, body: { items: volumeIds.map((volumeId) => ({ volumeId })) } }),
    async advance(duration: string): Promise<void> {
      expectStatus(await call('POST /_local/clock', { body: { advance: duration } }), 200);
    },
    async setClock(instant: string): Promise<void> {
      expectStatus(await call('POST /_local/clock', { body: { set: instant } }), 200);
    },
    async mailsTo(
      { email }: Member,
      kind?: string,
    ): Promise<{ kind: string; subject: string; text: string; html: string }[]> {
      const query = new URLSearchParams({ to: email, limit: '100', ...(kind !== undefined && { kind }) });
      return expectStatus(await call(`GET /_local/mail?${query}`), 200).body.items;
    },
  };
};
export type Library = ReturnType<typeof libraryAt>;

/** Nobody's decision: a crash, a server that is busy, or our own first try that is still under way. */
const isPassing = ({ status, body }: Reply): boolean =>
  status >= 500 || status === 429 || body?.code === 'idempotency-key-in-use';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
