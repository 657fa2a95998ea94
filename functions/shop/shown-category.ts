import * as z from 'zod';
import { CategoryId } from '../../events/ids.ts';

/** A category without its place among the others. */
export const ListedCategory = z.object({
  categoryId: CategoryId,
  name: z.string(),
  parentId: CategoryId.nullable(),
});
export type ListedCategory = z.infer<typeof ListedCategory>;

/** A category with all that is below it. */
export interface ShownCategory extends ListedCategory {
  children: ShownCategory[];
}
export const ShownCategory: z.ZodType<ShownCategory> = ListedCategory.extend({
  // A shape that names itself has no place in an OpenAPI document, where each answer stands alone.
  children: z
    .custom<ShownCategory[]>((children) => z.array(ShownCategory).safeParse(children).success)
    .meta({
      openapi: { type: 'array', items: { type: 'object' }, description: 'The categories below it, of the same shape' },
    }),
});

/** The categories right below one (null: at the top) with all below them, by name. */
export const treeBelow = (parentId: CategoryId | null, all: readonly ListedCategory[]): ShownCategory[] =>
  all
    .filter((category) => category.parentId === parentId)
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .map((category) => ({ ...category, children: treeBelow(category.categoryId, all) }));

const keyOf = ({ name, categoryId }: ListedCategory): string => `${name}\u0001${categoryId}`;

/** A category and all that are below it. */
export const withDescendants = (categoryId: CategoryId, all: readonly ListedCategory[]): ReadonlySet<CategoryId> => {
  const below = all.filter(({ parentId }) => parentId === categoryId);
  return new Set([categoryId, ...below.flatMap((child) => [...withDescendants(child.categoryId, all)])]);
};
