import * as z from 'zod';

/** A category of the shop with those below it. */
export const Category = z.object({
  categoryId: z.string(),
  name: z.string(),
  parentId: z.string().nullish(),
  get children() {
    return z.array(Category);
  },
});
export type Category = z.infer<typeof Category>;

/** The categories from the top down to one, that one last; empty when there is no such category. */
export const wayTo = (tree: readonly Category[], categoryId: string): readonly Category[] => {
  for (const category of tree) {
    if (category.categoryId === categoryId) return [category];
    const below = wayTo(category.children, categoryId);
    if (below.length > 0) return [category, ...below];
  }
  return [];
};

export interface PlacedCategory {
  category: Category;
  /** The names from the top down to it, as a list in which nothing is indented needs them. */
  path: string;
}

/** Every category in the order of the tree, each with its path. */
export const inOrder = (tree: readonly Category[], above: readonly string[] = []): readonly PlacedCategory[] =>
  tree.flatMap((category) => {
    const names = [...above, category.name];
    return [{ category, path: names.join(' › ') }, ...inOrder(category.children, names)];
  });

/** Where a category can be moved to: not below itself. */
export const placesFor = (tree: readonly Category[], categoryId: string): readonly PlacedCategory[] => {
  const within = new Set(inOrder(wayTo(tree, categoryId).slice(-1)).map(({ category }) => category.categoryId));
  return inOrder(tree).filter(({ category }) => !within.has(category.categoryId));
};
