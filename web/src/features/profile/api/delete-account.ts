import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';

export const deleteAccount = (_: undefined, key: string): Promise<undefined> =>
  sendCommand({ method: 'DELETE', path: '/api/me', key, answer: NoContent });
