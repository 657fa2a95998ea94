import { useTranslation } from 'react-i18next';
import { FieldsForm } from '../../components/fields-form.tsx';
import { bodyToCreate, type EnteredField, enteredFrom } from '../../lib/entered-fields.ts';
import { useCommand } from '../../lib/use-command.ts';
import { addCopies } from './api/add-copies.ts';

const fields = [
  { name: 'count', kind: 'number', least: 1, most: 100 },
  { name: 'reason', kind: 'line', most: 500 },
] as const satisfies readonly EnteredField[];

/** Puts more copies of a volume on the shelf. */
export const AddCopiesForm = ({ volumeId }: { volumeId: string }) => {
  const { t } = useTranslation();
  const add = useCommand({
    send: addCopies(volumeId),
    changes: [
      ['copies', volumeId],
      ['availability', volumeId],
    ],
  });
  return (
    <FieldsForm
      fields={fields}
      before={enteredFrom(fields, { count: 1 })}
      labelOf={(name) => t(`desk.fields.${name}`)}
      command={add}
      onSend={(entered) => add.mutate(bodyToCreate(fields, entered))}
    />
  );
};
