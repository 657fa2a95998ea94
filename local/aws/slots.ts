/** Lets at most `size` pieces of work run at once; the others wait in order. */
export const slots = (size: number) => {
  const waiting: (() => void)[] = [];
  let free = size;

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The slot is handed on, not freed, so that nobody who comes later overtakes.
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
};
