import { sendCommand } from '../../../lib/http/send-command.ts';
import { Volume } from '../series.ts';
import { CATALOGUE_READS } from './catalogue-reads.ts';

export const changeVolume =
  (volumeId: string) =>
  (body: Record<string, unknown>, key: string): Promise<Volume> =>
    sendCommand({
      method: 'PATCH',
      path: `/api/volumes/${encodeURIComponent(volumeId)}`,
      body,
      key,
      answer: Volume,
      seenBy: CATALOGUE_READS,
    });
