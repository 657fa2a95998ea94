import * as z from 'zod';
import { jsonOf, parsed } from '../../../platform/http/http-request.ts';
import { httpShell } from '../../../platform/http/http-shell.ts';
import { refuse } from '../../../platform/http/problem.ts';
import { refreshTokenOf, shownUser } from '../../sign-in-answer.ts';
import { accounts, answers } from '../../wire.ts';

export const handler = httpShell(async (http) => {
  parsed(z.strictObject({}), jsonOf(http));
  const token = refreshTokenOf(http.event.cookies);
  const session = token === undefined ? undefined : await accounts.sessions.rotate(token, http.now);
  const account = session && (await accounts.readAccount(session.memberId));
  if (!session || account?.status !== 'registered') return refuse(401, 'unauthenticated');
  return answers.continued(shownUser(account), session, http.now);
});
