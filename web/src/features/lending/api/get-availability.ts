import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { getJson } from '../../../lib/http/get-json.ts';

export const Availability = z.object({
  volumeId: z.string(),
  copies: z.number(),
  available: z.number(),
  onLoan: z.number(),
  onHold: z.number().default(0),
  waiting: z.number().default(0),
});
export type Availability = z.infer<typeof Availability>;

export const availabilityPath = (volumeId: string): string =>
  `/api/volumes/${encodeURIComponent(volumeId)}/availability`;

/** Asked again and again while the page is in sight: others borrow and return too. */
export const getAvailability = (volumeId: string) =>
  queryOptions({
    queryKey: ['availability', volumeId],
    queryFn: ({ signal }) => getJson(availabilityPath(volumeId), Availability, signal),
    refetchInterval: 1_500,
  });
