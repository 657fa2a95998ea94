import { expect } from 'vitest';
import { endpoints } from '../../functions/openapi/endpoints.ts';
import type { Library, Reply } from '../support/library.ts';
import { breaches } from './breaches.ts';

/** Who calls, for the matrix of routes and answers. */
export const callers = ['anyone', 'member', 'owner', 'another member', 'librarian', 'admin'] as const;
export type CallerName = (typeof callers)[number];

export interface Sent {
  as: CallerName;
  token?: string | undefined;
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One answer that was seen. */
export interface Seen {
  route: string;
  as: CallerName;
  status: number;
  code: string | undefined;
}

/** Where scenes are played: one running system, and a note of every answer. */
export interface Stage {
  library: Library;
  seen: readonly Seen[];
  /** Calls a route, checks the answer against what the route promises, and notes it. */
  call(route: string, sent: Sent, status: number, code?: string): Promise<Reply>;
}

export const openStage = (libraryOf: () => Library): Stage => {
  const seen: Seen[] = [];
  return {
    get library() {
      return libraryOf();
    },
    seen,
    async call(route, sent, status, code) {
      const endpoint = endpoints.find((candidate) => candidate.route === route);
      if (!endpoint) throw new Error(`${route} is not in functions/openapi/endpoints.ts`);
      const { token, body, headers } = sent;
      const reply = await libraryOf().call(addressOf(route, sent), {
        token,
        ...(body !== undefined && { body }),
        ...(headers && { headers }),
      });
      const told = reply.status >= 400 ? String(reply.body?.code) : undefined;
      expect({ route, status: reply.status, code: told, body: reply.body }).toMatchObject({
        status,
        ...(code !== undefined && { code }),
      });
      expect(breaches(endpoint, reply), `what ${route} promises`).toEqual([]);
      seen.push({ route, as: sent.as, status: reply.status, code: told });
      return reply;
    },
  };
};

const addressOf = (route: string, { params = {}, query = {} }: Sent): string => {
  const filled = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? 'nothing'));
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
};
