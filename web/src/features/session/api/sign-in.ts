import { sendCommand } from '../../../lib/http/send-command.ts';
import { SessionAnswer } from '../../../lib/session.ts';

export interface Credentials {
  email: string;
  password: string;
}

export const signIn = (credentials: Credentials, key: string): Promise<SessionAnswer> =>
  sendCommand({
    method: 'POST',
    path: '/api/auth/login',
    body: credentials,
    key,
    answer: SessionAnswer,
    anonymous: true,
  });
