import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { MOST_PIECES, piecesFrom } from './basket.ts';

interface QuantityFieldProps {
  quantity: number;
  /** Whose quantity it is, where several are in sight. */
  of?: string;
  onChange: (quantity: number) => void;
}

/** How many. While one types it may be empty; what counts is always a whole number an order takes. */
export const QuantityField = ({ quantity, of, onChange }: QuantityFieldProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  return (
    <Field
      label={t('basket.quantity')}
      {...(of !== undefined && { 'aria-label': `${t('basket.quantity')}: ${of}` })}
      type="number"
      inputMode="numeric"
      min={1}
      max={MOST_PIECES}
      step={1}
      required
      value={typed ?? quantity}
      onBlur={() => setTyped(undefined)}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value !== '') onChange(piecesFrom(target.valueAsNumber));
      }}
    />
  );
};
