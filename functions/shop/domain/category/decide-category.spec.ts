import { describe, it } from 'vitest';
import { given } from '../../../platform/given.ts';
import { categoryTree } from './category-tree.ts';
import {
  type CategoryChanges,
  decideChangeCategory,
  decideCreateCategory,
  decideDeleteCategory,
  MOST_CATEGORIES,
  MOST_LEVELS,
} from './decide-category.ts';
import { changed, created, grew, id, shrank } from './phrases.ts';

/** A chain of categories, each below the one before. */
const chain = (levels: number, prefix = 'c') =>
  Array.from({ length: levels }, (_, at) => created(`${prefix}${at + 1}`, at === 0 ? null : `${prefix}${at}`));

describe('a new category', () => {
  const adding = given(decideCreateCategory, categoryTree);
  const named = (name: string, parent: string | null = null) => ({
    categoryId: id(name),
    name,
    parentId: parent === null ? null : id(parent),
  });

  it('stands at the top or below another', () => {
    adding()
      .when(named('paper'))
      .thenEvents([{ type: 'shop.category-created', data: named('paper') }]);
    adding(created('paper'))
      .when(named('ink', 'paper'))
      .thenAccepted(() => {});
  });

  it('is refused below one that nobody knows, or that was deleted', () => {
    adding().when(named('ink', 'paper')).thenRejected('not-found');
    const deleted = { type: 'shop.category-deleted' as const, data: { categoryId: id('paper') } };
    adding(created('paper'), deleted).when(named('ink', 'paper')).thenRejected('not-found');
  });

  it('is refused below the last level', () => {
    adding(...chain(MOST_LEVELS - 1))
      .when(named('ink', `c${MOST_LEVELS - 1}`))
      .thenAccepted(() => {});
    adding(...chain(MOST_LEVELS))
      .when(named('ink', `c${MOST_LEVELS}`))
      .thenRejected('too-deep');
  });

  it('is refused once there are as many as the tree holds', () => {
    const many = Array.from({ length: MOST_CATEGORIES }, (_, at) => created(`c${at}`));
    adding(...many.slice(1))
      .when(named('ink'))
      .thenAccepted(() => {});
    adding(...many)
      .when(named('ink'))
      .thenRejected('too-many-categories');
  });
});

describe('a category', () => {
  const changing = given(
    ({ name, changes }: { name: string; changes: CategoryChanges }, tree) =>
      decideChangeCategory(id(name), changes, tree),
    categoryTree,
  );
  const to = (name: string, parent: string | null) => ({
    name,
    changes: { parentId: parent === null ? null : id(parent) },
  });
  const tree = [created('paper'), created('ink', 'paper'), created('blue', 'ink'), created('bags')] as const;

  it('is renamed where it stands', () =>
    changing(...tree)
      .when({ name: 'ink', changes: { name: 'Inks' } })
      .thenEvents([changed('ink', 'paper', 'Inks')]));

  it('moves below another or to the top', () => {
    changing(...tree)
      .when(to('ink', 'bags'))
      .thenEvents([changed('ink', 'bags')]);
    changing(...tree)
      .when(to('ink', null))
      .thenEvents([changed('ink', null)]);
  });

  it('says nothing when nothing changes', () =>
    changing(...tree)
      .when({ name: 'ink', changes: { name: 'ink', parentId: id('paper') } })
      .thenEvents([]));

  it.each(['paper', 'ink', 'blue'])('is not moved below itself or what is below it: %s', (parent) =>
    changing(...tree)
      .when(to('paper', parent))
      .thenRejected('below-itself'));

  it('may move again once what was below it has moved away', () =>
    changing(...tree, changed('ink', 'bags'))
      .when(to('paper', 'blue'))
      .thenEvents([changed('paper', 'blue')]));

  it('is not moved to where what is below it would stand too deep', () => {
    changing(...chain(MOST_LEVELS - 2), ...tree)
      .when(to('ink', `c${MOST_LEVELS - 2}`))
      .thenAccepted(() => {});
    changing(...chain(MOST_LEVELS - 1), ...tree)
      .when(to('ink', `c${MOST_LEVELS - 1}`))
      .thenRejected('too-deep');
  });

  it('is not found when nobody knows it, or where it should go', () => {
    changing(...tree)
      .when(to('pens', null))
      .thenRejected('not-found');
    changing(...tree)
      .when(to('ink', 'pens'))
      .thenRejected('not-found');
  });
});

describe('a category that goes', () => {
  const deleting = given(decideDeleteCategory, categoryTree);
  const gone = (name: string) => [{ type: 'shop.category-deleted' as const, data: { categoryId: id(name) } }];

  it('holds nothing any more', () => deleting(created('paper')).when(id('paper')).thenEvents(gone('paper')));

  it('is refused while there is a category in it', () => {
    deleting(created('paper'), created('ink', 'paper')).when(id('paper')).thenRejected('category-not-empty');
    deleting(created('paper'), created('ink', 'paper'), changed('ink', null))
      .when(id('paper'))
      .thenEvents(gone('paper'));
  });

  it('is refused while there is a product in it', () => {
    deleting(created('paper'), grew('paper'), grew('paper'), shrank('paper'))
      .when(id('paper'))
      .thenRejected('category-not-empty');
    deleting(created('paper'), grew('paper'), shrank('paper')).when(id('paper')).thenEvents(gone('paper'));
  });

  it('is not found when nobody knows it', () => deleting().when(id('paper')).thenRejected('not-found'));
});
