import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { useLanguage } from '../../lib/language.ts';
import { fieldProblem } from '../../lib/problem-words.ts';
import { useCommand } from '../../lib/use-command.ts';
import { orderQueries } from './api/order-reads.ts';
import { type OrderWish, type Placed, placeOrder } from './api/place-order.ts';
import { type Checkout, wishOf } from './checkout.ts';
import { countries, countryName } from './countries.ts';

const EMPTY: Checkout = { name: '', postalCode: '', country: 'JP', line1: '', line2: '', cardNumber: '' };

const addressFields = [
  { name: 'name', autoComplete: 'shipping name', maxLength: 100, required: true },
  { name: 'postalCode', autoComplete: 'shipping postal-code', maxLength: 20, required: true },
  { name: 'line1', autoComplete: 'shipping address-line1', maxLength: 200, required: true },
  { name: 'line2', autoComplete: 'shipping address-line2', maxLength: 200, required: false },
] as const;

interface PartProps {
  entered: Checkout;
  problem: (field: keyof Checkout) => string | undefined;
  change: (part: Partial<Checkout>) => void;
}

const Address = ({ entered, problem, change }: PartProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <fieldset className="part">
      <legend>{t('checkout.address')}</legend>
      {addressFields.map(({ name, ...input }) => (
        <Field
          key={name}
          {...input}
          label={input.required ? t(`checkout.${name}`) : t('desk.optional', { label: t(`checkout.${name}`) })}
          value={entered[name]}
          problem={problem(name)}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      ))}
      <Choice
        label={t('checkout.country')}
        value={entered.country}
        options={countries.map((value) => ({ value, label: countryName(value, language) }))}
        onChange={(country) => change({ country })}
      />
    </fieldset>
  );
};

const Card = ({ entered, problem, change, hint }: PartProps & { hint: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <fieldset className="part">
      <legend>{t('checkout.payment')}</legend>
      <Field
        label={t('checkout.cardNumber')}
        hint={t('checkout.cardHint')}
        required
        inputMode="numeric"
        autoComplete="cc-number"
        maxLength={30}
        value={entered.cardNumber}
        problem={problem('cardNumber')}
        onChange={(event) => change({ cardNumber: event.target.value })}
      />
      {hint}
    </fieldset>
  );
};

interface CheckoutFormProps {
  items: OrderWish['items'];
  /** What helps those who try a local library. */
  hint: ReactNode;
  onPlaced: (placed: Placed) => void;
}

/** Address and card; sends the order once, however often the button is pressed. */
export const CheckoutForm = ({ items, hint, onPlaced }: CheckoutFormProps) => {
  const { t } = useTranslation();
  const [entered, setEntered] = useState(EMPTY);
  const place = useCommand({ send: placeOrder, changes: orderQueries, onDone: onPlaced });
  const failure = place.error ? failureOf(place.error) : undefined;
  const part: PartProps = {
    entered,
    problem: (field) => fieldProblem(failure, field, t),
    change: (changed) => setEntered({ ...entered, ...changed }),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!place.isPending && !place.isSuccess) place.mutate(wishOf(entered, items));
  };
  return (
    <form className="form checkout-form" onSubmit={submit}>
      <Address {...part} />
      <Card {...part} hint={hint} />
      {place.error && <ProblemNotice error={place.error} />}
      <button type="submit" className="button" disabled={place.isPending || place.isSuccess}>
        {place.isPending ? t('state.saving') : t('checkout.order')}
      </button>
    </form>
  );
};
