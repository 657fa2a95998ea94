import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { categories } from '../../events/topics.ts';
import { views } from '../../infra/views.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/data-model.md'), 'utf8');
/** The cells of every row that begins with a name. */
const rows = new Map(
  page.split('\n').flatMap((line) => {
    const [, first = '', ...rest] = line.split('|').map((cell) => cell.trim());
    return [...first.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, rest.join(' ').trim()] as const);
  }),
);

describe('the page of the data model', () => {
  it('has every table of the stack', () => {
    const stack = readFileSync(resolve(root, 'infra/stacks/data-stack.ts'), 'utf8');
    const tables = [...stack.matchAll(/this\.table\('([^']+)'/g)].map(([, name = '']) => name);
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter((name) => !rows.has(name))).toEqual([]);
  });

  it('has every category of streams', () => expect(categories.filter((name) => !rows.has(name))).toEqual([]));

  it.each(Object.entries(views))('has the read model %s with its indexes', (name, indexes) =>
    expect(rows.get(name)).toBe(indexes.map((index) => `\`${index.name}\``).join(', ')));
});
