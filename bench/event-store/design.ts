/** What every design stores: a copy of a volume was lent, about 250 bytes as JSON. */
export interface Fact {
  volumeId: string;
  copyId: string;
  loanId: string;
  memberId: string;
}

/** The state that a stream folds to: how many facts there are, and the last. */
export interface State {
  count: number;
  last: string;
}

/** A way to keep events on DynamoDB, as a function would use it. */
export interface Design {
  name: string;
  /** Appends to a stream that has `version` events; atomically, refusing when it has more. */
  append(id: string, version: number, facts: readonly Fact[]): Promise<void>;
  /** The state of a stream for a function that has never seen it. */
  load(id: string): Promise<State>;
  /** Loads, decides, appends one fact; as a function that may have seen the stream before. */
  command(id: string, fact: Fact): Promise<void>;
}

export const factOf = (number: number): Fact => ({
  volumeId: '0191d7a0-0000-7000-8000-00000000000a',
  copyId: `0191d7a0-0000-7000-8000-00000000000a-${number}`,
  loanId: `0191d7a0-0000-7000-8000-${String(number).padStart(12, '0')}`,
  memberId: '0191d7a0-0000-7000-8000-000000000001',
});

export const fold = (state: State, { loanId }: Pick<Fact, 'loanId'>): State => ({
  count: state.count + 1,
  last: loanId,
});
export const nothing: State = { count: 0, last: '' };
