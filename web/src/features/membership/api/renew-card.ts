import { sendCommand } from '../../../lib/http/send-command.ts';
import { Card } from './get-card.ts';

export const renewCard = (_: undefined, key: string): Promise<Card> =>
  sendCommand({ method: 'POST', path: '/api/me/card/renew', key, answer: Card, seenBy: ['/api/me/card'] });
