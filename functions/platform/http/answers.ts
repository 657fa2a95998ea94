import type { Answer } from './problem.ts';

const NEVER_STORED = { 'cache-control': 'no-store' };

/** 200 (or another status) with a JSON body. */
export const json = (body: unknown, statusCode = 200, headers: Readonly<Record<string, string>> = {}): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...NEVER_STORED, ...headers },
  body: JSON.stringify(body),
});

/** 201 with the created object and where it can be read. */
export const created = (location: string, body: unknown): Answer => json(body, 201, { location });

export const noContent = (): Answer => ({ statusCode: 204, headers: NEVER_STORED });
