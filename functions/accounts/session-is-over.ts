import type { RegisteredAccount } from './domain/account.ts';
import type { IssuedRefresh } from './sessions/port.ts';

/** Whether a session is one of those that ended with the password of their account. */
export const isOver = ({ begunAt }: IssuedRefresh, { sessionsFrom }: RegisteredAccount): boolean =>
  sessionsFrom !== undefined && begunAt < new Date(sessionsFrom);
