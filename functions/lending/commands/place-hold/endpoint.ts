import * as z from 'zod';
import { HoldId, VolumeId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { PlaceHoldRequest } from './request.ts';

export const placeHoldEndpoint = endpoint('POST /api/holds', {
  summary: 'Waits for a volume of which no copy is free',
  who: 'member',
  body: PlaceHoldRequest,
  answers: {
    201: z.object({
      holdId: HoldId,
      volumeId: VolumeId,
      status: z.literal('waiting'),
      position: z.number().int().positive(),
      createdAt: z.iso.datetime(),
    }),
  },
  refusals: {
    'volume-not-found': 404,
    'overdue-loan': 409,
    'card-not-active': 409,
    'already-borrowed': 409,
    'already-waiting': 409,
    'copy-available': 409,
    'too-many-holds': 409,
  },
});
