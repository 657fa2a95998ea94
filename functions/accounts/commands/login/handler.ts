import { jsonOf, parsed } from '../../../platform/http/http-request.ts';
import { httpShell } from '../../../platform/http/http-shell.ts';
import { refuse } from '../../../platform/http/problem.ts';
import { shownUser } from '../../sign-in-answer.ts';
import { accounts, answers } from '../../wire.ts';
import { LoginRequest } from './login.ts';

export const handler = httpShell(async (http) => {
  const result = await accounts.login(parsed(LoginRequest, jsonOf(http)), http.now);
  switch (result.outcome) {
    case 'signed-in':
      return answers.begun(shownUser(result.account), http.now);
    case 'invalid-credentials':
      return refuse(401, 'invalid-credentials');
    case 'too-many-requests':
      return refuse(429, 'too-many-requests', { headers: { 'retry-after': String(result.retryAfterSeconds) } });
  }
});
