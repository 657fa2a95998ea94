import { currentSession, endSession, keepSession, SessionAnswer } from '../session.ts';
import { accessToken } from './access-token.ts';

let underWay: Promise<boolean> | undefined;

/** Two tabs that used the same cookie would look like theft and end the session, so they take turns. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('bunko-refresh', work) : work();

/** Nobody could say whether the cookie is good: a member stays one, a visitor begins as a guest and may try again. */
const unknown = (): false => {
  if (currentSession().status === 'starting') endSession();
  return false;
};

const refresh = async (): Promise<boolean> => {
  const before = currentSession();
  const response = await fetch('/api/auth/refresh', { method: 'POST', credentials: 'same-origin' }).catch(
    () => undefined,
  );
  const answer = response?.ok ? SessionAnswer.safeParse(await response.json().catch(() => undefined)) : undefined;
  // Who signed in or out in the meantime knows better than an answer about the cookie of before.
  if (currentSession() !== before) return accessToken() !== undefined;
  if (response === undefined || response.status >= 500) return unknown();
  if (answer?.success) keepSession(answer.data);
  else endSession();
  return answer?.success ?? false;
};

/** Asks for a new access token with the refresh cookie; whoever asks meanwhile gets the same answer. */
export const refreshOnce = (): Promise<boolean> => {
  underWay ??= inTurn(refresh).finally(() => {
    underWay = undefined;
  });
  return underWay;
};
