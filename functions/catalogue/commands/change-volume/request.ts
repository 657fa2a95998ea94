import * as z from 'zod';
import { CoverUrl } from '../../../../events/catalogue/cover-url.ts';
import { Summary, Title, TotalPages, VolumeNumber } from '../../written-words.ts';

/** `PATCH /api/volumes/{volumeId}`: what is left out stays as it is, null takes away. A volume stays in its series. */
export const ChangeVolumeRequest = z
  .strictObject({
    title: Title,
    subtitle: Title.nullable(),
    number: VolumeNumber,
    totalPages: TotalPages.nullable(),
    summary: Summary.nullable(),
    coverUrl: CoverUrl.nullable(),
    publishedOn: z.iso.date(),
  })
  .partial();
export type ChangeVolumeRequest = z.infer<typeof ChangeVolumeRequest>;
