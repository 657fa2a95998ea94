import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { type BusinessDay, dayOf } from '../../../events/business-day.ts';
import { getJson } from './http/get-json.ts';
import { onlyLocal } from './only-local.ts';

const Clock = z.object({ offsetMs: z.number() });

/** The clock of a local library can be moved; everywhere else its time is the browser's. */
const libraryClock = queryOptions({
  queryKey: ['clock'],
  queryFn: ({ signal }) => getJson('/_local/clock', Clock, signal),
  ...onlyLocal(10_000),
});

/** The day it is in the library. */
export const useLibraryToday = (): BusinessDay => {
  const { data } = useQuery(libraryClock);
  return dayOf(new Date(Date.now() + (data?.offsetMs ?? 0)));
};
