interface Expectation {
  token: string;
  /** Beginnings of the paths whose answers must have seen the write. */
  paths: readonly string[];
  until: number;
}

/** A read model that has not caught up by then is shown as it is. */
const EXPECT_FOR_MS = 10_000;

/**
 * Remembers which reads must have seen which write. The newest write of a path counts; a read that was answered with
 * the token has seen it, so the token is not sent again.
 */
export const consistencyMemory = (now: () => number = Date.now) => {
  let expectations: Expectation[] = [];
  const isFor = (path: string) => (expectation: Expectation) =>
    expectation.paths.some((start) => path.startsWith(start));

  return {
    expect: (token: string, paths: readonly string[]): void => {
      expectations = [
        { token, paths, until: now() + EXPECT_FOR_MS },
        ...expectations.filter(({ until }) => until > now()),
      ];
    },
    tokenFor: (path: string): string | undefined =>
      expectations.filter(({ until }) => until > now()).find(isFor(path))?.token,
    seen: (token: string, path: string): void => {
      expectations = expectations
        .map((expectation) =>
          expectation.token === token
            ? { ...expectation, paths: expectation.paths.filter((start) => !path.startsWith(start)) }
            : expectation,
        )
        .filter(({ paths }) => paths.length > 0);
    },
  };
};

export const consistency = consistencyMemory();
