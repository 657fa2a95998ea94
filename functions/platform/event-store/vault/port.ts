/**
 * Seals personal data with one data key per subject (a member). Erasing the key makes all of it unreadable wherever it
 * went: event table, topics, backups, copies of others.
 */
export interface Vault {
  /**
   * Seals a JSON value. `boundTo` names its one place (an event id): sealed text that was moved elsewhere does not open.
   * Makes the subject's key on first use. Throws `SubjectErased`.
   */
  seal(subject: string, value: unknown, boundTo: string): Promise<string>;
  /** The value, or undefined once the subject's key was erased, or for who may open nothing. Throws `SealBroken`. */
  open(subject: string, sealed: string, boundTo: string): Promise<unknown>;
}

/** For the one function that erases. */
export interface KeyEraser {
  /** Erases a subject's key for ever; safe to repeat, also for a subject that never had one. */
  erase(subject: string): Promise<void>;
}

/** Nothing can be sealed for a subject whose key was erased. */
export class SubjectErased extends Error {
  override readonly name = 'SubjectErased';
  readonly subject: string;
  constructor(subject: string) {
    super(`the data key of ${subject} was erased`);
    this.subject = subject;
  }
}

/** Sealed text that was changed, moved, or made with another key. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
