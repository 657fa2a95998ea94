import * as z from 'zod';
import { RankedVolume } from '../../../../events/views/ranking.ts';

/** A volume in a ranking, as everybody sees it. */
export const ShownRank = RankedVolume.extend({ rank: z.number().int().positive(), coverUrl: z.string().nullable() });
