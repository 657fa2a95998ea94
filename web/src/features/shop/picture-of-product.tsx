import { useQuery } from '@tanstack/react-query';
import { getProduct } from './api/get-product.ts';
import { ProductPicture } from './product-picture.tsx';

/** Pictures seldom change, and lists would ask again and again. */
const GOOD_FOR_MS = 300_000;

/** The picture of a product that is known by its id only; one that is no longer sold keeps its name. */
export const PictureOfProduct = ({ id, title }: { id: string; title: string }) => {
  const { data } = useQuery({ ...getProduct(id), staleTime: GOOD_FOR_MS, refetchInterval: false });
  return <ProductPicture src={data?.images[0]} name={title} />;
};
