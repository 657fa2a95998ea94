import type { Json } from './asl-states.ts';

/** Where the interpreter finds our context object: it overwrites `Execution` in its own. */
export const OWN_CONTEXT = 'Bunko';

const isPathKey = (key: string) => key.endsWith('.$') || key.endsWith('Path') || key === 'Variable';

/** `$$` outside the quoted texts of an intrinsic function. */
const CONTEXT = /'(?:[^'\\]|\\.)*'|\$\$/g;

const moved = (path: string) => path.replace(CONTEXT, (found) => (found === '$$' ? `$$.${OWN_CONTEXT}` : found));

/** Leads every path into the context object (`$$.State.Name`) to ours. */
export const withOwnContext = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withOwnContext);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' && isPathKey(key) ? moved(item) : withOwnContext(item),
    ]),
  );
};
