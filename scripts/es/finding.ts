/** Something in the event table that is not as it must be; a note is worth a look, and no damage. */
export interface Finding {
  level: 'damage' | 'note';
  kind: string;
  stream: string;
  version: number;
  /** Never holds what an event says, which may be personal. */
  detail: string;
}

/** Findings of one place. */
export const damageAt =
  (stream: string, version: number) =>
  (kind: string, detail: string): Finding => ({ level: 'damage', kind, stream, version, detail });
