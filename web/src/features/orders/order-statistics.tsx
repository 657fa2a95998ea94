import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { getStatistics } from './api/get-figures.ts';
import { ShownFigures } from './shown-figures.tsx';

/** What the orders of any days come to. */
export const OrderStatistics = () => {
  const { t } = useTranslation();
  const [days, setDays] = useState({ from: '', to: '' });
  const figures = useQuery(getStatistics(days));
  return (
    <>
      <search className="filter filter-days" aria-label={t('shopDesk.figures.period')}>
        {(['from', 'to'] as const).map((name) => (
          <Field
            key={name}
            label={t(`shopDesk.filter.${name}`)}
            type="date"
            value={days[name]}
            onChange={(event) => setDays({ ...days, [name]: event.target.value })}
          />
        ))}
      </search>
      {figures.isPending && <Loading />}
      {figures.isError && <ProblemNotice error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data && !figures.isError && <ShownFigures figures={figures.data} />}
    </>
  );
};
