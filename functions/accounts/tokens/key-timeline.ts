import { ACCESS_TOKEN_SECONDS } from './access-token-lifetime.ts';

/** A key in KMS, and the second from which it signs. */
export interface KeyEntry {
  keyId: string;
  signsFrom: number;
}
/** In the order in which they sign; never empty. */
export type KeyTimeline = readonly [KeyEntry, ...KeyEntry[]];

/** A new key is published this long before it signs, so that whoever remembers the published keys has asked again by then. */
export const NOTICE_SECONDS = 10 * 60;
/** Clocks differ, and a token may be looked at a moment after it was accepted at the door. */
const SLACK_SECONDS = 60;

const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);

/** The key that signs now. */
export const signingEntry = (timeline: KeyTimeline, now: Date): KeyEntry =>
  timeline.findLast(({ signsFrom }) => signsFrom <= secondsOf(now)) ?? timeline[0];

/** The keys whose tokens count now: the one that signs, those that will, and each older one until its last token has expired. */
export const acceptedEntries = (timeline: KeyTimeline, now: Date): readonly KeyEntry[] =>
  timeline.filter((_, index) => {
    const next = timeline[index + 1];
    return !next || secondsOf(now) < next.signsFrom + ACCESS_TOKEN_SECONDS + SLACK_SECONDS;
  });

/** Whether a key waits for its turn: another one now would only crowd in. */
export const isRotating = (timeline: KeyTimeline, now: Date): boolean =>
  timeline.some(({ signsFrom }) => signsFrom > secondsOf(now));

/** The timeline with another key at its end, and without those whose last token has expired. */
export const rotated = (timeline: KeyTimeline, keyId: string, now: Date): KeyTimeline => {
  const next = { keyId, signsFrom: secondsOf(now) + NOTICE_SECONDS };
  const [first = next, ...rest] = [...acceptedEntries(timeline, now), next];
  return [first, ...rest];
};
