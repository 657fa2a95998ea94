import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type BusinessDay } from '../../../../events/business-day.ts';
import { Field } from '../../components/field.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { useLibraryToday } from '../../lib/library-today.ts';
import { getReport } from './api/get-figures.ts';
import { ShownFigures } from './shown-figures.tsx';

const Report = ({ day }: { day: string }) => {
  const { t } = useTranslation();
  const report = useQuery(getReport(day));
  if (report.isPending) return <Loading />;
  if (report.data) return <ShownFigures figures={report.data} />;
  const failure = failureOf(report.error);
  const isMissing = failure.kind === 'problem' && failure.problem.code === 'not-found';
  if (isMissing) return <p className="muted">{t('shopDesk.figures.noReport')}</p>;
  return <ProblemNotice error={report.error} onRetry={() => void report.refetch()} />;
};

/** What one day came to, once it has ended; yesterday unless another day is chosen. */
export const DailyReport = () => {
  const { t } = useTranslation();
  const today: BusinessDay = useLibraryToday();
  const [chosen, setChosen] = useState<string>();
  const day = chosen ?? addDays(today, -1);
  return (
    <>
      <search className="filter filter-days" aria-label={t('shopDesk.figures.report')}>
        <Field
          label={t('shopDesk.figures.day')}
          type="date"
          required
          value={day}
          onChange={({ target }) => target.value !== '' && setChosen(target.value)}
        />
      </search>
      <Report day={day} />
    </>
  );
};
