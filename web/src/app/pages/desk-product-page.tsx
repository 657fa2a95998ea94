import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Section } from '../../components/section.tsx';
import { getProduct } from '../../features/shop/api/get-product.ts';
import { listCategories } from '../../features/shop/api/list-categories.ts';
import { ChangeStockForm } from '../../features/shop/change-stock-form.tsx';
import { ProductForm } from '../../features/shop/product-form.tsx';
import { StockHistory } from '../../features/shop/stock-history.tsx';
import { WithdrawProductButton } from '../../features/shop/withdraw-product-button.tsx';

export default function DeskProductPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { productId = '' } = useParams();
  const product = useQuery(getProduct(productId));
  const tree = useQuery(listCategories);
  if (product.isPending) return <Loading />;
  if (!product.data) return <ProblemNotice error={product.error} onRetry={() => void product.refetch()} />;
  return (
    <>
      <div className="desk-head">
        <PageHeading title={product.data.name} />
        <p className="desk-ways">
          <Link to={`/desk/orders?productId=${productId}`}>{t('shopDesk.ordersOf')}</Link>
          <Link to={`/shop/products/${productId}`}>{t('desk.asReaders')}</Link>
        </p>
      </div>
      <Section title={t('shopDesk.changeStock')}>
        <p className="available" role="status">
          {t('shopDesk.stockNow', { count: product.data.stock })}
        </p>
        <ChangeStockForm key={productId} productId={productId} />
      </Section>
      <Section title={t('shopDesk.history')}>
        <StockHistory productId={productId} />
      </Section>
      <Section title={t('shopDesk.change')}>
        {tree.data && <ProductForm key={productId} product={product.data} tree={tree.data.items} />}
        {tree.isError && <ProblemNotice error={tree.error} onRetry={() => void tree.refetch()} />}
      </Section>
      <Section title={t('shopDesk.withdraw.action')}>
        <WithdrawProductButton product={product.data} onWithdrawn={() => void navigate('/desk/products')} />
      </Section>
    </>
  );
}
