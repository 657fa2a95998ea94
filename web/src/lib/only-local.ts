import { failureOf, mayPass } from './http/failure.ts';

/** How to ask what only a local library answers: elsewhere it fails (404, or an answer of another shape), and is not asked again. */
export const onlyLocal = (everyMs: number) => ({
  retry: (times: number, error: Error) => times < 2 && mayPass(failureOf(error)),
  refetchInterval: ({ state }: { state: { error: Error | null } }) =>
    state.error && !mayPass(failureOf(state.error)) ? (false as const) : everyMs,
  refetchOnWindowFocus: false,
});
