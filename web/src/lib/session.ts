import { useSyncExternalStore } from 'react';
import * as z from 'zod';
import { keepAccessToken } from './http/access-token.ts';

/** Who is signed in. */
export const SessionUser = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  avatarUrl: z.string().nullish(),
  roles: z.array(z.string()),
});
export type SessionUser = z.infer<typeof SessionUser>;

/** What registering, signing in and refreshing answer. */
export const SessionAnswer = z.object({
  accessToken: z.string(),
  user: SessionUser,
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

export type Session = { status: 'starting' } | { status: 'guest' } | { status: 'member'; user: SessionUser };

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

/** The member has changed how they are called; the session goes on. */
export const renameMember = (name: string): void => {
  if (session.status === 'member') become({ status: 'member', user: { ...session.user, name } });
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

/** Whether a session is that of somebody who keeps the library. */
export const isStaff = (session: Session): boolean =>
  session.status === 'member' && session.user.roles.some((role) => role === 'librarian' || role === 'admin');
