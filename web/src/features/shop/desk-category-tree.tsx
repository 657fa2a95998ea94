import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { languageOfText } from '../../lib/language-of-text.ts';
import type { Category } from './category.ts';
import { ChangeCategoryButton } from './change-category-button.tsx';
import { DeleteCategoryButton } from './delete-category-button.tsx';

interface BranchProps {
  categories: readonly Category[];
  tree: readonly Category[];
}

const Branch = ({ categories, tree }: BranchProps) => (
  <ul className="desk-tree">
    {categories.map((category) => (
      <li key={category.categoryId}>
        <div className="desk-tree-entry">
          <span className="entry-title" lang={languageOfText(category.name)}>
            {category.name}
          </span>
          <span className="copy-actions">
            <ChangeCategoryButton category={category} tree={tree} />
            <DeleteCategoryButton category={category} />
          </span>
        </div>
        {category.children.length > 0 && <Branch categories={category.children} tree={tree} />}
      </li>
    ))}
  </ul>
);

/** The tree of categories, to be worked on. */
export const DeskCategoryTree = ({ tree }: { tree: readonly Category[] }) => {
  const { t } = useTranslation();
  if (tree.length === 0) return <EmptyShelf>{t('shopDesk.category.none')}</EmptyShelf>;
  return <Branch categories={tree} tree={tree} />;
};
