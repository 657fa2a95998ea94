import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Json } from './asl-states.ts';
import type { Failure } from './state-failure.ts';

/** How a task ended. */
export type Outcome = { ok: true; result: Json } | { ok: false; failure: Failure };

/** A task that waits for its token. */
export interface OpenTask {
  /** Whether it was still open. */
  settle(outcome: Outcome): boolean;
  beat(): void;
}

/** The tasks that wait for a token right now, by token. */
export type OpenTasks = Map<string, OpenTask>;

const Parts = z.tuple([z.string(), z.string(), z.uuid()]);

/** A token nobody guesses; it tells whose task it is for. */
export const newToken = (executionArn: string, place: string): string =>
  Buffer.from(JSON.stringify([executionArn, place, randomUUID()])).toString('base64url');

/** The execution a token was made for; undefined for what is no token. */
export const executionOfToken = (token: string): string | undefined => {
  try {
    return Parts.parse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')))[0];
  } catch {
    return undefined;
  }
};
