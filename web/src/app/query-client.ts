import { QueryClient } from '@tanstack/react-query';
import { failureOf, mayPass } from '../lib/http/failure.ts';
import { currentSession, onSessionChange } from '../lib/session.ts';

const REPEATS = 3;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 1_000,
      retry: (repeats, error) => repeats < REPEATS && mayPass(failureOf(error)),
      retryDelay: (repeats) => Math.min(4_000, 300 * 2 ** repeats),
    },
  },
});

let member: string | undefined;

/** What belongs to a member is forgotten as soon as somebody else, or nobody, is signed in. */
onSessionChange(() => {
  const session = currentSession();
  const next = session.status === 'member' ? session.user.id : undefined;
  if (next !== member) queryClient.removeQueries({ queryKey: ['me'] });
  member = next;
});
