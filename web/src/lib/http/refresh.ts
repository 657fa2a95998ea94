import { currentSession, endSession, keepSession, SessionAnswer } from '../session.ts';

let underWay: Promise<boolean> | undefined;

/** Two tabs that used the same cookie would look like theft and end the session, so they take turns. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('bunko-refresh', work) : work();

const refresh = async (): Promise<boolean> => {
  try {
    const response = await fetch('/api/auth/refresh', { method: 'POST', credentials: 'same-origin' });
    const answer = response.ok ? SessionAnswer.safeParse(await response.json()) : undefined;
    if (answer?.success) keepSession(answer.data);
    else endSession();
    return answer?.success ?? false;
  } catch {
    // Nobody answered: a member stays one, a visitor begins as a guest; the cookie is still there for the next try.
    if (currentSession().status === 'starting') endSession();
    return false;
  }
};

/** Asks for a new access token with the refresh cookie; whoever asks meanwhile gets the same answer. */
export const refreshOnce = (): Promise<boolean> => {
  underWay ??= inTurn(refresh).finally(() => {
    underWay = undefined;
  });
  return underWay;
};
