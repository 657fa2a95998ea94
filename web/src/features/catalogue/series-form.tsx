import { useTranslation } from 'react-i18next';
import { FieldsForm } from '../../components/fields-form.tsx';
import { bodyToChange, bodyToCreate, enteredFrom } from '../../lib/entered-fields.ts';
import { useCommand } from '../../lib/use-command.ts';
import { catalogueQueries } from './api/catalogue-reads.ts';
import { changeSeries } from './api/change-series.ts';
import { createSeries } from './api/create-series.ts';
import { seriesFields } from './desk-fields.ts';
import type { Series } from './series.ts';

/** Makes a series. */
export const NewSeriesForm = ({ onCreated }: { onCreated: (series: Series) => void }) => {
  const { t } = useTranslation();
  const create = useCommand({ send: createSeries, changes: catalogueQueries, onDone: onCreated });
  return (
    <FieldsForm
      fields={seriesFields}
      before={enteredFrom(seriesFields, {})}
      labelOf={(name) => t(`desk.fields.${name}`)}
      command={create}
      onSend={(entered) => create.mutate(bodyToCreate(seriesFields, entered))}
    />
  );
};

/** Changes what the catalogue says of a series. */
export const SeriesForm = ({ series }: { series: Series }) => {
  const { t } = useTranslation();
  const change = useCommand({ send: changeSeries(series.seriesId), changes: catalogueQueries });
  const before = enteredFrom(seriesFields, series);
  return (
    <FieldsForm
      fields={seriesFields}
      before={before}
      labelOf={(name) => t(`desk.fields.${name}`)}
      command={change}
      onSend={(entered) => change.mutate(bodyToChange(seriesFields, before, entered))}
    />
  );
};
