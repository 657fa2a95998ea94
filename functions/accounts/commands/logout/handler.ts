import { httpShell } from '../../../platform/http/http-shell.ts';
import { refreshTokenOf } from '../../sign-in-answer.ts';
import { accounts, answers } from '../../wire.ts';

export const handler = httpShell(async ({ event }) => {
  const token = refreshTokenOf(event.cookies);
  if (token !== undefined) await accounts.sessions.end(token);
  return answers.ended();
});
