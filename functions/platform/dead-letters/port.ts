/** A record that a consumer could not take, with everything needed to look at it and send it again. */
export interface FailedRecord {
  consumer: string;
  /** Names the record for ever: the event's id, or the origin when there is no event in it. */
  recordId: string;
  origin: string;
  reason: string;
  payload: unknown;
  /** Names the delivery that failed, so that one whose answer was lost is not counted twice. */
  delivery: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** What a consumer does with records that fail: those still tried are counted, those given up set aside. */
export interface DeadLetters {
  /** Notes that a delivery failed; answers how many have since it first failed or was last sent again. */
  failed(record: FailedRecord): Promise<number>;
  /** Sets a record aside for a person. */
  quarantine(record: FailedRecord): Promise<void>;
}

/** Which dead letter. */
export interface LetterKey {
  consumer: string;
  recordId: string;
}

/** A record that was set aside. */
export interface DeadLetter extends Omit<FailedRecord, 'delivery'> {
  attempts: number;
  /** ISO 8601 UTC. */
  firstFailedAt: string;
}

export interface LettersWanted {
  consumer?: string;
  limit: number;
  /** Letters that were set aside after this one. */
  after?: LetterKey & { listedAt: string };
}

/**
 * What a person does with dead letters. A letter that is being sent again stays in the list until its consumer has taken
 * it, so that a crash in between loses nothing.
 */
export interface DeadLetterBox {
  /** The one that was set aside longest ago first; `next` is where the page ended when there are more. */
  list(wanted: LettersWanted): Promise<{ letters: readonly DeadLetter[]; next?: NonNullable<LettersWanted['after']> }>;
  find(key: LetterKey): Promise<DeadLetter | undefined>;
  /** Begins to send one again, its failures forgotten; undefined when it is not there (any more). Safe to repeat. */
  take(key: LetterKey): Promise<DeadLetter | undefined>;
  /** Its consumer took it: removes it, unless it was set aside again meanwhile. */
  taken(key: LetterKey): Promise<void>;
  /** Its consumer did not take it: it is dead again. */
  refused(key: LetterKey, at: string): Promise<void>;
  /** Removes one for good; false when it was not there. */
  remove(key: LetterKey): Promise<boolean>;
}
