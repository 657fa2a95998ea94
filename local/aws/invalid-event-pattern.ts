/** Thrown when a pattern uses what EventBridge does not know or what is not offered offline. */
export class InvalidEventPattern extends Error {
  readonly reason = 'invalid-event-pattern';
}
