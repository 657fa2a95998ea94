import * as z from 'zod';
import { VolumeId } from '../../../../events/ids.ts';

/** `POST /api/holds` */
export const PlaceHoldRequest = z.strictObject({ volumeId: VolumeId });
export type PlaceHoldRequest = z.infer<typeof PlaceHoldRequest>;
