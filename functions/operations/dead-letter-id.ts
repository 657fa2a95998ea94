import * as z from 'zod';
import type { LetterKey } from '../platform/dead-letters/port.ts';

const Parts = z.tuple([z.string().min(1), z.string().min(1)]);

/** One opaque word for a consumer and its record. */
export const deadLetterIdOf = ({ consumer, recordId }: LetterKey): string =>
  Buffer.from(JSON.stringify([consumer, recordId])).toString('base64url');

/** What such a word stands for; undefined for any other word. */
export const letterKeyOf = (deadLetterId: string): LetterKey | undefined => {
  try {
    const [consumer, recordId] = Parts.parse(JSON.parse(Buffer.from(deadLetterId, 'base64url').toString('utf8')));
    return { consumer, recordId };
  } catch {
    return undefined;
  }
};
