import type { Decision } from './decider.ts';

/**
 * What a rule about one stream decided, as the command loop takes it: the stream is the source `own`, and the caller hears
 * nothing but that it was done.
 * @example decide(context, { own: from('card', memberId, card) }, ({ own }) => ownEvents(decideRenewal(own)))
 */
export const ownEvents = <Events, Reason extends string>(decision: Decision<Events, Reason>) =>
  decision.outcome === 'rejected'
    ? decision
    : { outcome: 'accepted' as const, events: { own: decision.events }, answer: undefined };
