/** Thrown for a schedule expression that is not EventBridge's. */
export class InvalidSchedule extends Error {
  readonly reason = 'invalid-schedule';
}
