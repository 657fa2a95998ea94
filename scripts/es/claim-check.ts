import { createHash } from 'node:crypto';
import type { Blobs } from '../../functions/platform/event-store/blobs/port.ts';
import { BlobFault } from '../../functions/platform/event-store/blobs/s3.ts';
import type { CommitItem } from '../../functions/platform/event-store/commit-item.ts';
import { damageAt, type Finding } from './finding.ts';

const HTTP_NOT_FOUND = 404;

/** The bytes of a commit that is too large for the table, or what is wrong with them; undefined when it is in the table. */
export const claimCheck = async (
  { pk, sk, x }: CommitItem,
  blobs: Pick<Blobs, 'get'>,
): Promise<{ bytes: Uint8Array } | { finding: Finding } | undefined> => {
  if (x === undefined) return undefined;
  const damage = damageAt(pk, sk);
  try {
    const bytes = await blobs.get(x);
    if (x.endsWith(`-${createHash('sha256').update(bytes).digest('hex')}`)) return { bytes };
    return { finding: damage('claim-check-changed', `the object ${x} is not what was put there`) };
  } catch (error) {
    if (error instanceof BlobFault && error.status === HTTP_NOT_FOUND)
      return { finding: damage('claim-check-missing', `there is no object ${x}`) };
    throw error;
  }
};
