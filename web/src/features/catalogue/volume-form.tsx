import { useTranslation } from 'react-i18next';
import { FieldsForm } from '../../components/fields-form.tsx';
import { bodyToChange, bodyToCreate, enteredFrom } from '../../lib/entered-fields.ts';
import { useCommand } from '../../lib/use-command.ts';
import { catalogueQueries } from './api/catalogue-reads.ts';
import { changeVolume } from './api/change-volume.ts';
import { createVolume } from './api/create-volume.ts';
import { newVolumeFields, volumeFields } from './desk-fields.ts';
import type { Series, Volume } from './series.ts';

interface NewVolumeFormProps {
  series: Series;
  onCreated: (volume: Volume) => void;
}

/** Makes the next volume of a series, with its first copies. */
export const NewVolumeForm = ({ series, onCreated }: NewVolumeFormProps) => {
  const { t } = useTranslation();
  const create = useCommand({ send: createVolume, changes: catalogueQueries, onDone: onCreated });
  const number = series.volumeCount + 1;
  const before = enteredFrom(newVolumeFields, { title: `${series.title} ${number}`, number, initialCopies: 1 });
  return (
    <FieldsForm
      fields={newVolumeFields}
      before={before}
      labelOf={(name) => t(`desk.fields.${name}`)}
      command={create}
      onSend={(entered) => create.mutate({ seriesId: series.seriesId, ...bodyToCreate(newVolumeFields, entered) })}
    />
  );
};

/** Changes what the catalogue says of a volume. */
export const VolumeForm = ({ volume }: { volume: Volume }) => {
  const { t } = useTranslation();
  const change = useCommand({ send: changeVolume(volume.volumeId), changes: catalogueQueries });
  const before = enteredFrom(volumeFields, volume);
  return (
    <FieldsForm
      fields={volumeFields}
      before={before}
      labelOf={(name) => t(`desk.fields.${name}`)}
      command={change}
      onSend={(entered) => change.mutate(bodyToChange(volumeFields, before, entered))}
    />
  );
};
