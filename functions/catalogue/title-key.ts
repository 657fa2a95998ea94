import { createHash } from 'node:crypto';

/** One key for all ways to write a title that a reader takes for the same: width, case and outer blanks do not count. */
export const titleKey = (title: string): string =>
  createHash('sha256').update(title.normalize('NFKC').trim().toLowerCase()).digest('hex');
