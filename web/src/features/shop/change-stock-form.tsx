import { useTranslation } from 'react-i18next';
import { FieldsForm } from '../../components/fields-form.tsx';
import { bodyToCreate, type EnteredField, enteredFrom } from '../../lib/entered-fields.ts';
import { useCommand } from '../../lib/use-command.ts';
import { changeStock } from './api/change-stock.ts';

const MOST = 100_000;
const fields = [
  { name: 'change', kind: 'number', least: -MOST, most: MOST },
  { name: 'reason', kind: 'line', most: 500 },
] as const satisfies readonly EnteredField[];

/** Counts pieces of a product in or out. */
export const ChangeStockForm = ({ productId }: { productId: string }) => {
  const { t } = useTranslation();
  const change = useCommand({ send: changeStock(productId), changes: [['products']] });
  return (
    <FieldsForm
      fields={fields}
      before={enteredFrom(fields, {})}
      labelOf={(name) => t(`shopDesk.fields.${name}`)}
      command={change}
      onSend={(entered) => change.mutate(bodyToCreate(fields, entered))}
    />
  );
};
