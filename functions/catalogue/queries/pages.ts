import { pageOf } from '../../platform/http/page.ts';
import { ShownSeries } from '../shown-series.ts';
import { ShownVolume } from '../shown-volume.ts';

export const SeriesPage = pageOf(ShownSeries);
export const VolumePage = pageOf(ShownVolume);
