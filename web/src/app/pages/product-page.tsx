import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { getProduct } from '../../features/shop/api/get-product.ts';
import { CategoryPath } from '../../features/shop/category-path.tsx';
import { ProductDetails } from '../../features/shop/product-details.tsx';
import { ProductPictures } from '../../features/shop/product-pictures.tsx';
import { DeskLink } from '../desk-link.tsx';

export default function ProductPage() {
  const { productId = '' } = useParams();
  const product = useQuery(getProduct(productId));
  if (product.isPending) return <Loading />;
  if (!product.data) return <ProblemNotice error={product.error} onRetry={() => void product.refetch()} />;
  return (
    <>
      <CategoryPath categoryId={product.data.categoryId} />
      <article className="spread">
        <ProductPictures key={productId} product={product.data} />
        <div className="spread-text">
          <ProductDetails product={product.data} />
          <DeskLink to={`/desk/products/${productId}`} />
        </div>
      </article>
    </>
  );
}
