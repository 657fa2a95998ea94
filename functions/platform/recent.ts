/** A memory of at most `most` things by their ids, which forgets what was kept longest ago. */
export const recent = <Value>(most: number) => {
  const known = new Map<string, Value>();
  return {
    get: (id: string) => known.get(id),
    forget: (id: string) => void known.delete(id),
    /** Answers what it was given. */
    keep(id: string, value: Value): Value {
      known.delete(id);
      known.set(id, value);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      return value;
    },
  };
};
