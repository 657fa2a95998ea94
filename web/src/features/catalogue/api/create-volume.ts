import { sendCommand } from '../../../lib/http/send-command.ts';
import { Volume } from '../series.ts';
import { CATALOGUE_READS } from './catalogue-reads.ts';

export const createVolume = (body: Record<string, unknown>, key: string): Promise<Volume> =>
  sendCommand({ method: 'POST', path: '/api/volumes', body, key, answer: Volume, seenBy: CATALOGUE_READS });
