/** Nothing happened outside; the same call may succeed later. Step Functions tries a step again by this name. */
export class TransientFault extends Error {
  override name = 'TransientFault';
}

/** No answer came from outside, whatever happened there: ask before doing anything else. */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown';
}

/** Does something outside; when no answer came, asks what became of it. What then is not known is still an `OutcomeUnknown`. */
export const whenUnknown = async <Answer>(
  call: () => Promise<Answer>,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer> => {
  try {
    return await call();
  } catch (error) {
    if (!isFromOutside(error) || error.name !== 'OutcomeUnknown') throw error;
    const found = await ask();
    if (found === undefined) throw error;
    return found;
  }
};

/** Whether an error is about the outside, and so may pass. */
export const isFromOutside = (error: unknown): error is Error =>
  error instanceof Error && (error.name === 'TransientFault' || error.name === 'OutcomeUnknown');
