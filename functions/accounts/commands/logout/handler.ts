import { httpShell } from '../../../platform/http/http-shell.ts';
import { sessionRequest } from '../../session-request.ts';
import { answers, sessions } from '../../session-wire.ts';
import { refreshTokenOf } from '../../sign-in-answer.ts';
import { logoutEndpoint } from './endpoint.ts';

export const handler = httpShell(async (http) => {
  sessionRequest(logoutEndpoint.body, http);
  const token = refreshTokenOf(http.event.cookies);
  if (token !== undefined) await sessions.end(token);
  return answers.ended();
});
