/**
 * Thrown by a listener that can only wait: the record comes again, and it is no failure. Whoever throws it knows that the
 * wait has an end; the poller's own limit holds in any case.
 */
export class NotYet extends Error {
  override readonly name: string = 'NotYet';
}
