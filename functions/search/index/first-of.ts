/** Keeps the first few of many, in order, without sorting the many. */
export const firstOf = <T>(most: number, isBefore: (a: T, b: T) => boolean) => {
  const kept: T[] = [];
  return {
    offer(one: T): void {
      const last = kept.at(-1);
      if (kept.length === most && last !== undefined && !isBefore(one, last)) return;
      let [low, high] = [0, kept.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const other = kept[middle];
        if (other !== undefined && isBefore(other, one)) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, one);
      if (kept.length > most) kept.pop();
    },
    all: (): readonly T[] => kept,
  };
};
