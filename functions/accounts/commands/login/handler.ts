import { httpShell } from '../../../platform/http/http-shell.ts';
import { refuse } from '../../../platform/http/problem.ts';
import { admitAddress } from '../../address-limit-wire.ts';
import { sessionRequest } from '../../session-request.ts';
import { answers } from '../../session-wire.ts';
import { shownUser } from '../../shown-user.ts';
import { signIn } from '../../sign-in-wire.ts';
import { loginEndpoint } from './endpoint.ts';

export const handler = httpShell(async (http) => {
  await admitAddress(http);
  const result = await signIn(sessionRequest(loginEndpoint.body, http), http.now);
  switch (result.outcome) {
    case 'signed-in':
      return answers.begun(shownUser(result.account), http.now);
    case 'invalid-credentials':
      return refuse(401, 'invalid-credentials');
    case 'too-many-requests':
      return refuse(429, 'too-many-requests', { headers: { 'retry-after': String(result.retryAfterSeconds) } });
  }
});
