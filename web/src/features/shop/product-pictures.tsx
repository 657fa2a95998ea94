import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from './product.ts';
import { ProductPicture } from './product-picture.tsx';

/** The pictures of a product: one large, the others to choose from. */
export const ProductPictures = ({ product: { name, images } }: { product: Product }) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(0);
  return (
    <div className="pictures">
      <ProductPicture src={images[chosen] ?? images[0]} name={name} eager />
      {images.length > 1 && (
        <ul className="pictures-more">
          {images.map((src, index) => (
            <li key={src}>
              <button
                type="button"
                aria-label={t('shop.picture', { number: index + 1, count: images.length })}
                aria-pressed={index === chosen}
                onClick={() => setChosen(index)}
              >
                <ProductPicture src={src} name={name} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
