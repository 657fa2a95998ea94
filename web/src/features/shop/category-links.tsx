import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { languageOfText } from '../../lib/language-of-text.ts';
import { listCategories } from './api/list-categories.ts';
import type { Category } from './category.ts';

interface BranchProps {
  className?: string;
  categories: readonly Category[];
  current: string;
  addressOf: (categoryId: string) => string;
}

const Branch = ({ categories, current, addressOf, className }: BranchProps) => (
  <ul className={className}>
    {categories.map(({ categoryId, name, children }) => (
      <li key={categoryId}>
        <Link
          to={addressOf(categoryId)}
          aria-current={categoryId === current ? 'true' : undefined}
          lang={languageOfText(name)}
        >
          {name}
        </Link>
        {children.length > 0 && (
          <Branch className="branch" categories={children} current={current} addressOf={addressOf} />
        )}
      </li>
    ))}
  </ul>
);

/** The tree of categories; each leads to its products and those below it. */
export const CategoryLinks = ({ current, addressOf }: Pick<BranchProps, 'current' | 'addressOf'>) => {
  const { t } = useTranslation();
  const tree = useQuery(listCategories);
  if (tree.isError) return <ProblemNotice error={tree.error} onRetry={() => void tree.refetch()} />;
  return (
    <nav className="categories" aria-label={t('shop.categories')}>
      <Link to={addressOf('')} aria-current={current === '' ? 'true' : undefined}>
        {t('shop.allProducts')}
      </Link>
      {tree.data && <Branch categories={tree.data.items} current={current} addressOf={addressOf} />}
    </nav>
  );
};
