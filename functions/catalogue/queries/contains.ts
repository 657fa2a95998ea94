import * as z from 'zod';

/** A contains-filter: literal, without case; the empty one leaves nothing out. */
export const Contained = z.string().max(200).normalize('NFC').toLowerCase().optional();

/** Whether a text has the part in it; without a part everything has. */
export const contains = (text: string | undefined, part: string | undefined): boolean =>
  !part || (text ?? '').toLowerCase().includes(part);
