/** One value that differs; `before` is absent when it came, `after` when it went. */
export interface Change {
  path: string;
  before?: unknown;
  after?: unknown;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What differs between two plain states, by path (`openLoans.0.dueOn`); empty for equal ones. */
export const changesBetween = (before: unknown, after: unknown, path = ''): readonly Change[] => {
  if (Object.is(before, after)) return [];
  if (!isNested(before) || !isNested(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  const then = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((name) =>
    changesBetween(then.get(name), now.get(name), path === '' ? name : `${path}.${name}`),
  );
};
