import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLanguage } from '../../lib/language.ts';
import { itemsOf } from '../../lib/page-of.ts';
import { writtenMoment } from '../../lib/written.ts';
import { listStockHistory, type StockMove } from './api/list-stock-history.ts';
import { signed } from './signed.ts';
import { stockMoveWords } from './stock-move-words.ts';

const Move = ({ move }: { move: StockMove }) => {
  const { at, change, stock, orderId } = move;
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr>
      <td>
        <time dateTime={at}>{writtenMoment(at, language)}</time>
      </td>
      <td className={change < 0 ? 'number went-out' : 'number came-in'}>{signed(change, language)}</td>
      <td className="number">{stock}</td>
      <td>
        {stockMoveWords(move, t)} {orderId && <Link to={`/desk/orders/${orderId}`}>{t('shopDesk.forOrder')}</Link>}
      </td>
    </tr>
  );
};

/** Every time the stock of a product moved, and why. */
export const StockHistory = ({ productId }: { productId: string }) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listStockHistory(productId));
  if (list.isPending) return <Loading />;
  if (!list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const all = itemsOf(list.data.pages, ({ at, change, stock, orderId }) => `${at} ${change} ${stock} ${orderId}`);
  if (all.length === 0) return <p className="muted">{t('shopDesk.historyNone')}</p>;
  return (
    <>
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('shopDesk.when')}</th>
              <th scope="col" className="number">
                {t('shopDesk.moved')}
              </th>
              <th scope="col" className="number">
                {t('shopDesk.stock')}
              </th>
              <th scope="col">{t('desk.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((move) => (
              <Move key={`${move.at} ${move.change} ${move.stock} ${move.orderId}`} move={move} />
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore list={list} />
    </>
  );
};
