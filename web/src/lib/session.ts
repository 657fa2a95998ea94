import { useSyncExternalStore } from 'react';
import * as z from 'zod';
import { keepAccessToken } from './http/access-token.ts';

/** What registering, signing in and refreshing answer. */
export const SessionAnswer = z.object({
  accessToken: z.string(),
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(z.string()) }),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

export type Session = { status: 'starting' } | { status: 'guest' } | { status: 'member'; user: SessionAnswer['user'] };

let session: Session = { status: 'starting' };
const listeners = new Set<() => void>();

const become = (next: Session): void => {
  session = next;
  for (const listener of listeners) listener();
};

export const keepSession = ({ accessToken, user }: SessionAnswer): void => {
  keepAccessToken(accessToken);
  become({ status: 'member', user });
};

export const endSession = (): void => {
  keepAccessToken(undefined);
  become({ status: 'guest' });
};

/** Calls `listener` after every change; the answer ends that. */
export const onSessionChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const currentSession = (): Session => session;

/** Who uses the application right now; the component draws again when that changes. */
export const useSession = (): Session => useSyncExternalStore(onSessionChange, currentSession);
