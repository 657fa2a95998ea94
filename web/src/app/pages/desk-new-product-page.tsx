import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { listCategories } from '../../features/shop/api/list-categories.ts';
import { NewProductForm } from '../../features/shop/product-form.tsx';

export default function DeskNewProductPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tree = useQuery(listCategories);
  if (tree.isPending) return <Loading />;
  if (!tree.data) return <ProblemNotice error={tree.error} onRetry={() => void tree.refetch()} />;
  return (
    <>
      <PageHeading title={t('shopDesk.newProduct')} />
      {tree.data.items.length === 0 ? (
        <EmptyShelf>
          {t('shopDesk.noCategory')} <Link to="/desk/products/categories">{t('shopDesk.categories')}</Link>
        </EmptyShelf>
      ) : (
        <NewProductForm
          tree={tree.data.items}
          onCreated={({ productId }) => void navigate(`/desk/products/${productId}`)}
        />
      )}
    </>
  );
}
