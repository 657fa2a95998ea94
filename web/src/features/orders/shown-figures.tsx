import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { writtenDuration, writtenMoney, writtenShare } from '../../lib/written.ts';
import { FigureTable } from './figure-table.tsx';
import type { Figures } from './figures.ts';
import { orderStatuses } from './order.ts';

type FiguresProps = { figures: Figures };

const Totals = ({ figures: { orders, revenue, averageValue, completionRate } }: FiguresProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const noData = t('shopDesk.figures.noData');
  const totals = [
    [t('shopDesk.figures.orders'), String(orders)],
    [
      t('shopDesk.figures.revenue'),
      orders === 0 ? noData : writtenMoney(revenue, language),
      t('shopDesk.figures.revenueHint'),
    ],
    [t('shopDesk.figures.averageValue'), averageValue ? writtenMoney(averageValue, language) : noData],
    [t('shopDesk.figures.completionRate'), completionRate === null ? noData : writtenShare(completionRate, language)],
  ] as const;
  return (
    <dl className="totals">
      {totals.map(([name, total, hint]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{total}</dd>
          {hint && <dd className="hint">{hint}</dd>}
        </div>
      ))}
    </dl>
  );
};

const ByStatus = ({ figures: { byStatus } }: FiguresProps) => {
  const { t } = useTranslation();
  const rows = orderStatuses.flatMap((status) => {
    const count = byStatus[status] ?? 0;
    return count === 0 ? [] : [{ key: status, cells: [t(`orders.statuses.${status}`), count] }];
  });
  return (
    <FigureTable
      title={t('shopDesk.figures.byStatus')}
      columns={[t('shopDesk.filter.status'), t('shopDesk.figures.count')]}
      rows={rows}
    />
  );
};

const ByProduct = ({ figures: { byProduct } }: FiguresProps) => {
  const { t } = useTranslation();
  return (
    <FigureTable
      title={t('shopDesk.figures.byProduct')}
      columns={[
        t('shopDesk.figures.product'),
        t('shopDesk.figures.count'),
        t('shopDesk.figures.pieces'),
        t('shopDesk.figures.sold'),
      ]}
      rows={byProduct.map(({ productId, name, orders, quantity, sold }) => ({
        key: productId,
        cells: [
          <Link key="name" to={`/desk/products/${productId}`} lang={languageOfText(name)}>
            {name}
          </Link>,
          orders,
          quantity,
          sold,
        ],
      }))}
    />
  );
};

const StepTimes = ({ figures: { stepTimes } }: FiguresProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const written = (ms: number | null) => (ms === null ? t('shopDesk.figures.noData') : writtenDuration(ms, language));
  return (
    <FigureTable
      title={t('shopDesk.figures.stepTimes')}
      columns={[
        t('shopDesk.figures.step'),
        t('shopDesk.figures.count'),
        t('shopDesk.figures.mean'),
        t('shopDesk.figures.longest'),
      ]}
      rows={stepTimes.map(({ step, count, meanMs, longestMs }) => ({
        key: step,
        cells: [t(`orders.steps.${step}`), count, written(meanMs), written(longestMs)],
      }))}
    />
  );
};

/** What some orders come to. Every number is the library's; where it has none, that is said. */
export const ShownFigures = ({ figures }: FiguresProps) => (
  <>
    <Totals figures={figures} />
    <ByStatus figures={figures} />
    <ByProduct figures={figures} />
    <StepTimes figures={figures} />
  </>
);
