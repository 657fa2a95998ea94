import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Section } from '../../components/section.tsx';
import { listCategories } from '../../features/shop/api/list-categories.ts';
import { DeskCategoryTree } from '../../features/shop/desk-category-tree.tsx';
import { NewCategoryForm } from '../../features/shop/new-category-form.tsx';

export default function DeskCategoriesPage() {
  const { t } = useTranslation();
  const tree = useQuery(listCategories);
  if (tree.isPending) return <Loading />;
  if (!tree.data) return <ProblemNotice error={tree.error} onRetry={() => void tree.refetch()} />;
  return (
    <>
      <PageHeading title={t('shopDesk.categories')} intro={t('shopDesk.categoriesIntro')} />
      <DeskCategoryTree tree={tree.data.items} />
      <Section title={t('shopDesk.category.new')}>
        <NewCategoryForm tree={tree.data.items} />
      </Section>
    </>
  );
}
