import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Put, putInto } from './basket.ts';
import { keepBasket, keptBasket } from './kept-basket.ts';
import { QuantityField } from './quantity-field.tsx';

const Outcome = ({ outcome }: Pick<Put, 'outcome'>) => {
  const { t } = useTranslation();
  if (outcome === 'put')
    return (
      <div className="notice notice-good">
        <p>{t('basket.put')}</p>
        <Link to="/shop/basket">{t('basket.see')}</Link>
      </div>
    );
  return <p className="notice notice-problem">{t(`basket.refused.${outcome}`)}</p>;
};

/** Puts some of a product into the basket. */
export const AddToBasket = ({ productId }: { productId: string }) => {
  const { t } = useTranslation();
  const [quantity, setQuantity] = useState(1);
  const [put, setPut] = useState<Put>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answer = putInto(keptBasket(), productId, quantity);
    if (answer.outcome === 'put') keepBasket(answer.basket);
    setPut(answer);
  };
  return (
    <>
      <form className="add-to-basket" onSubmit={submit}>
        <QuantityField quantity={quantity} onChange={setQuantity} />
        <button type="submit" className="button">
          {t('basket.add')}
        </button>
      </form>
      <div role="status">{put && <Outcome outcome={put.outcome} />}</div>
    </>
  );
};
