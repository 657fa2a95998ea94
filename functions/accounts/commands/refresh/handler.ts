import { httpShell } from '../../../platform/http/http-shell.ts';
import { refuse } from '../../../platform/http/problem.ts';
import { admitAddress } from '../../address-limit-wire.ts';
import { readAccount } from '../../read-account.ts';
import { isOver } from '../../session-is-over.ts';
import { sessionRequest } from '../../session-request.ts';
import { answers, sessions } from '../../session-wire.ts';
import { shownUser } from '../../shown-user.ts';
import { refreshTokenOf } from '../../sign-in-answer.ts';
import { refreshEndpoint } from './endpoint.ts';

export const handler = httpShell(async (http) => {
  await admitAddress(http);
  sessionRequest(refreshEndpoint.body, http);
  const token = refreshTokenOf(http.event.cookies);
  const session = token === undefined ? undefined : await sessions.rotate(token, http.now);
  const account = session && (await readAccount(session.memberId));
  if (!session || account?.status !== 'registered' || isOver(session, account)) return refuse(401, 'unauthenticated');
  return answers.continued(shownUser(account), session, http.now);
});
