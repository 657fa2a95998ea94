import * as z from 'zod';
import { ShownSeries } from '../shown-series.ts';
import { ShownVolume } from '../shown-volume.ts';

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const SeriesPage = pageOf(ShownSeries);
export const VolumePage = pageOf(ShownVolume);
