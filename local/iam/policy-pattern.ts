const kept = new Map<string, RegExp>();

/** IAM's wildcards: `*` is any text, `?` one character. Actions are compared without case. */
export const matchesPattern = (pattern: string, text: string, ignoreCase = false): boolean => {
  if (pattern === '*' || pattern === text) return true;
  const key = `${ignoreCase ? 'i' : 's'}${pattern}`;
  const known = kept.get(key);
  if (known) return known.test(text);
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const compiled = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's');
  kept.set(key, compiled);
  return compiled.test(text);
};
