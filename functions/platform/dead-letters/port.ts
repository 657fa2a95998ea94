/** A record that a consumer could not take, with everything needed to look at it and send it again. */
export interface FailedRecord {
  consumer: string;
  /** Names the record for ever: the event's id, or the origin when there is no event in it. */
  recordId: string;
  origin: string;
  reason: string;
  payload: unknown;
  /** ISO 8601 UTC. */
  at: string;
}

/** Records that failed: those still tried, counted, and those given up. */
export interface DeadLetters {
  /** Counts one more failure; answers how many there have been. */
  failed(record: FailedRecord): Promise<number>;
  /** Sets a record aside for a person. */
  quarantine(record: FailedRecord): Promise<void>;
}
