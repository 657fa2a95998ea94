import type { DeadLetter, DeadLetterBox, DeadLetters, FailedRecord, LetterKey } from './port.ts';

type Kept = DeadLetter & {
  state: 'retrying' | 'dead' | 'redriving';
  listedAt: string;
  deliveries: ReadonlySet<string>;
};

/** Dead letters in the memory of this process, for tests and simulation; `dead` answers those set aside. */
export const inMemoryDeadLetters = (): DeadLetters & DeadLetterBox & { dead(): readonly DeadLetter[] } => {
  const kept = new Map<string, Kept>();
  let order = 0;
  const idOf = ({ consumer, recordId }: LetterKey) => `${consumer}\n${recordId}`;
  const note = ({ delivery, ...record }: FailedRecord, change: Partial<Kept>): Kept => {
    const before = kept.get(idOf(record));
    const firstFailedAt = before?.firstFailedAt ?? record.at;
    const deliveries = new Set([...(before?.deliveries ?? []), delivery]);
    const fresh = { state: 'retrying' as const, listedAt: '', ...before };
    const after = { ...fresh, ...record, firstFailedAt, deliveries, attempts: deliveries.size, ...change };
    kept.set(idOf(record), after);
    return after;
  };
  const listed = (key: LetterKey) => {
    const letter = kept.get(idOf(key));
    return letter && letter.listedAt !== '' ? letter : undefined;
  };
  const set = (key: LetterKey, change: Partial<Kept>) => {
    const letter = listed(key);
    if (letter) kept.set(idOf(key), { ...letter, ...change });
    return letter && listed(key);
  };
  const all = () =>
    [...kept.values()].filter(({ listedAt }) => listedAt !== '').toSorted((a, b) => (a.listedAt < b.listedAt ? -1 : 1));

  return {
    failed: async (record) => note(record, {}).attempts,
    async quarantine(record) {
      const listedAt = kept.get(idOf(record))?.listedAt || `${record.at}#${String(order++).padStart(9, '0')}`;
      note(record, { state: 'dead', listedAt });
    },
    async list({ consumer, limit, after }) {
      const letters = all()
        .filter((letter) => consumer === undefined || letter.consumer === consumer)
        .filter(({ listedAt }) => after === undefined || listedAt > after.listedAt);
      const last = letters[limit - 1];
      return { letters: letters.slice(0, limit), ...(letters.length > limit && last && { next: last }) };
    },
    find: async (key) => listed(key),
    take: async (key) => set(key, { state: 'redriving', attempts: 0, deliveries: new Set() }),
    async taken(key) {
      if (kept.get(idOf(key))?.state === 'redriving') kept.delete(idOf(key));
    },
    refused: async (key, at) => void set(key, { state: 'dead', at }),
    remove: async (key) => listed(key) !== undefined && kept.delete(idOf(key)),
    dead: all,
  };
};
