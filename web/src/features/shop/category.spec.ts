import { describe, expect, it } from 'vitest';
import { Category, inOrder, placesFor, wayTo } from './category.ts';

const tree = Category.array().parse([
  {
    categoryId: 'reading',
    name: 'Reading',
    parentId: null,
    children: [
      { categoryId: 'marks', name: 'Bookmarks', parentId: 'reading', children: [] },
      {
        categoryId: 'light',
        name: 'Light',
        parentId: 'reading',
        children: [{ categoryId: 'lamps', name: 'Lamps', parentId: 'light', children: [] }],
      },
    ],
  },
  { categoryId: 'paper', name: 'Paper', parentId: null, children: [] },
]);

describe('the tree of categories', () => {
  it('leads from the top to any category, and nowhere for one that is not there', () => {
    expect(wayTo(tree, 'lamps').map(({ name }) => name)).toEqual(['Reading', 'Light', 'Lamps']);
    expect(wayTo(tree, 'paper').map(({ name }) => name)).toEqual(['Paper']);
    expect(wayTo(tree, 'boats')).toEqual([]);
  });

  it('is read from the top down, each category with its path', () =>
    expect(inOrder(tree).map(({ path }) => path)).toEqual([
      'Reading',
      'Reading › Bookmarks',
      'Reading › Light',
      'Reading › Light › Lamps',
      'Paper',
    ]));

  it('never offers to move a category below itself', () =>
    expect(placesFor(tree, 'light').map(({ category }) => category.categoryId)).toEqual(['reading', 'marks', 'paper']));
});
