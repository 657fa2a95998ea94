import type { TFunction } from 'i18next';
import { writtenInstant } from '../../lib/written.ts';
import type { Hold } from './api/list-holds.ts';

/** What a hold means right now, in words. */
export const holdWords = (
  { status, position, readyUntil }: Omit<Hold, 'holdId' | 'volumeId' | 'createdAt'>,
  t: TFunction,
  language: string,
): string => {
  if (status === 'ready' && readyUntil) return t('holds.readyUntil', { time: writtenInstant(readyUntil, language) });
  if (status === 'waiting' && position) return t('holds.position', { position });
  return t(`holds.${status}`);
};
