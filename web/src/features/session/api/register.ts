import { sendCommand } from '../../../lib/http/send-command.ts';
import { SessionAnswer } from '../../../lib/session.ts';

export interface Registration {
  name: string;
  email: string;
  password: string;
}

export const register = (registration: Registration, key: string): Promise<SessionAnswer> =>
  sendCommand({
    method: 'POST',
    path: '/api/auth/register',
    body: registration,
    key,
    answer: SessionAnswer,
    anonymous: true,
  });
