/** A state as JSON can show it: a map becomes an object, a set a list, nothing `null`. */
export const plainState = (state: unknown): unknown => {
  if (state === undefined) return null;
  if (typeof state !== 'object' || state === null) return state;
  if (state instanceof Map) return plainState(Object.fromEntries(state));
  if (state instanceof Set) return plainState([...state]);
  if (Array.isArray(state)) return state.map(plainState);
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, plainState(value)]));
};
