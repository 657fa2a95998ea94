import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languageOfText } from '../../lib/language-of-text.ts';
import { listCategories } from './api/list-categories.ts';
import { wayTo } from './category.ts';

/** Where in the shop a product stands. */
export const CategoryPath = ({ categoryId }: { categoryId: string }) => {
  const { t } = useTranslation();
  const { data } = useQuery(listCategories);
  return (
    <nav className="category-path" aria-label={t('shop.place')}>
      <Link to="/shop">{t('shop.title')}</Link>
      {data &&
        wayTo(data.items, categoryId).map((category) => (
          <Link
            key={category.categoryId}
            to={`/shop?categoryId=${encodeURIComponent(category.categoryId)}`}
            lang={languageOfText(category.name)}
          >
            {category.name}
          </Link>
        ))}
    </nav>
  );
};
