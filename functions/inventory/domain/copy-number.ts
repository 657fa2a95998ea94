import { CopyId, VolumeId } from '../../../events/ids.ts';

/**
 * The copies of a volume are numbered from 1, as on a spine label, and the id says both: whoever holds a copy knows its
 * shelf, and opening a shelf twice makes the same ids.
 */
export const copyIdFor = (volumeId: VolumeId, number: number): CopyId => CopyId.parse(`${volumeId}-${number}`);

/** The volume of a copy; undefined for an id that we never gave out. */
export const volumeOf = (copyId: CopyId): VolumeId | undefined => {
  const volumeId = /^(.+)-[1-9]\d*$/.exec(copyId)?.[1];
  return volumeId === undefined ? undefined : VolumeId.parse(volumeId);
};
