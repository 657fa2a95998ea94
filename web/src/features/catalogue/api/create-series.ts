import { sendCommand } from '../../../lib/http/send-command.ts';
import { Series } from '../series.ts';
import { CATALOGUE_READS } from './catalogue-reads.ts';

export const createSeries = (body: Record<string, unknown>, key: string): Promise<Series> =>
  sendCommand({ method: 'POST', path: '/api/series', body, key, answer: Series, seenBy: CATALOGUE_READS });
