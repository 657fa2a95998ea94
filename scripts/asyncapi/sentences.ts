import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** A doc comment and, right below it, a contract with its type. */
const DECLARATION = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const \w+ = contract\(\s*'([^']+)'/g;

/** What each event means, by its type: the sentence above its contract. */
export const sentences = (): ReadonlyMap<string, string> => {
  const found = globSync('events/*/*.ts', { cwd: root, exclude: ['**/*.spec.ts'] }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(DECLARATION)].map(([, comment = '', type = '']) => {
      const sentence = comment.replaceAll(/\s*\n\s*\*\s?/g, ' ').trim();
      return [type, sentence] as const;
    }),
  );
  return new Map(found);
};
