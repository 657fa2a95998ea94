import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Question } from '../../components/question.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { shopQueries } from './api/shop-reads.ts';
import { withdrawProduct } from './api/withdraw-product.ts';
import type { Product } from './product.ts';

interface WithdrawProductProps {
  product: Product;
  onWithdrawn: () => void;
}

/** Takes a product out of the shop, after a question. */
export const WithdrawProductButton = ({ product: { productId, name }, onWithdrawn }: WithdrawProductProps) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const leave = useCommand({ send: withdrawProduct, changes: shopQueries, onDone: onWithdrawn });
  return (
    <>
      <button type="button" className="button button-quiet button-danger" onClick={() => setAsking(true)}>
        {t('shopDesk.withdraw.action')}
      </button>
      {isAsking && (
        <Question
          title={t('shopDesk.withdraw.title', { name })}
          action={t('shopDesk.withdraw.action')}
          command={leave}
          onYes={() => leave.mutate(productId)}
          onClose={() => setAsking(false)}
        >
          <p>{t('shopDesk.withdraw.text')}</p>
        </Question>
      )}
    </>
  );
};
