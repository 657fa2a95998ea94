/**
 * Does work that touches the same things one after the other, and everything else side by side. Work that changes the
 * same rows of a view waits within one function instead of losing races to itself.
 * @example const turns = inTurn(); await turns([seriesId], () => count(event));
 */
export const inTurn = () => {
  const last = new Map<string, Promise<void>>();
  return <Result>(things: readonly string[], work: () => Promise<Result>): Promise<Result> => {
    const done = Promise.all(things.map((thing) => last.get(thing))).then(work);
    // Whoever waits must go on after a failure too; it belongs to the caller of this work alone.
    const ended = done.then(
      () => {},
      () => {},
    );
    for (const thing of things) last.set(thing, ended);
    void ended.then(() => {
      for (const thing of things) if (last.get(thing) === ended) last.delete(thing);
    });
    return done;
  };
};
