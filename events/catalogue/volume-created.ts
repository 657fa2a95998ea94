import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { SeriesId, VolumeId } from '../ids.ts';
import { CoverUrl } from './cover-url.ts';

/** A volume of a series entered the catalogue; inventory puts `initialCopies` copies on its shelf. */
export const VolumeCreated = contract(
  'catalogue.volume-created',
  1,
  z.object({
    volumeId: VolumeId,
    seriesId: SeriesId,
    title: z.string(),
    subtitle: z.string().optional(),
    number: z.number().int(),
    totalPages: z.number().int().optional(),
    summary: z.string().optional(),
    coverUrl: CoverUrl.optional(),
    publishedOn: z.iso.date(),
    initialCopies: z.number().int(),
  }),
  { category: 'volume' },
);
export type VolumeCreated = EventOf<typeof VolumeCreated>;
