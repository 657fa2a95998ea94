import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeading } from '../../components/page-heading.tsx';
import { DeskProductList } from '../../features/shop/desk-product-list.tsx';

export default function DeskProductsPage() {
  const { t } = useTranslation();
  return (
    <>
      <div className="desk-head">
        <PageHeading title={t('shopDesk.products')} intro={t('shopDesk.productsIntro')} />
        <p className="desk-ways">
          <Link to="/desk/products/low-stock">{t('shopDesk.lowStock')}</Link>
          <Link to="/desk/products/categories">{t('shopDesk.categories')}</Link>
          <Link className="button" to="/desk/products/new">
            {t('shopDesk.newProduct')}
          </Link>
        </p>
      </div>
      <DeskProductList />
    </>
  );
}
