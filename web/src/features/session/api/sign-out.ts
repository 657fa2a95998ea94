import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';

export const signOut = (_: undefined, key: string): Promise<undefined> =>
  sendCommand({ method: 'POST', path: '/api/auth/logout', key, answer: NoContent });
