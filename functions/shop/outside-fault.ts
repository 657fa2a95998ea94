/** Nothing happened outside; the same call may succeed later. Step Functions tries a step again by this name. */
export class TransientFault extends Error {
  override name = 'TransientFault';
}

/** No answer came from outside, whatever happened there: ask before doing anything else. */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown';
}
