import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entered, EnteredField } from '../lib/entered-fields.ts';
import { failureOf } from '../lib/http/failure.ts';
import { fieldProblem } from '../lib/problem-words.ts';
import { Choice } from './choice.tsx';
import { Field } from './field.tsx';
import { FormEnd } from './form-end.tsx';
import { TextField } from './text-field.tsx';

const inputTypes = { line: 'text', day: 'date', number: 'number' } as const;

export type Options = readonly { value: string; label: string }[];

interface OneFieldProps {
  field: EnteredField;
  label: string;
  value: string;
  problem: string | undefined;
  options: Options;
  onChange: (value: string) => void;
}

const OneField = ({
  field: { kind, isOptional, most, least },
  label,
  value,
  problem,
  options,
  onChange,
}: OneFieldProps) => {
  const { t } = useTranslation();
  const shared = {
    label: isOptional ? t('desk.optional', { label }) : label,
    required: !isOptional,
    value,
    problem,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (kind === 'choice')
    return <Choice label={label} value={value} options={options} problem={problem} onChange={onChange} />;
  if (kind === 'lines') return <TextField {...shared} maxLength={most} />;
  const limits = kind === 'number' ? { min: least, max: most, step: 1 } : { maxLength: most };
  return <Field {...shared} type={inputTypes[kind]} {...limits} />;
};

interface FieldsFormProps<Field extends EnteredField> {
  fields: readonly Field[];
  before: Entered;
  labelOf: (name: Field['name']) => string;
  command: { isPending: boolean; isSuccess: boolean; error: Error | null };
  onSend: (entered: Entered) => void;
  /** What a choice is made from. */
  options?: Partial<Record<Field['name'], Options>>;
}

/** A form made of its fields; what the library finds wrong is said beside the field. */
export const FieldsForm = <Field extends EnteredField>(props: FieldsFormProps<Field>) => {
  const { fields, before, labelOf, command, onSend, options } = props;
  const { t } = useTranslation();
  const [entered, setEntered] = useState(before);
  const failure = command.error ? failureOf(command.error) : undefined;
  const optionsOf = (name: Field['name']): Options => options?.[name] ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(entered);
  };
  return (
    <form className="form form-wide" onSubmit={submit}>
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          label={labelOf(field.name)}
          value={entered[field.name] ?? ''}
          problem={fieldProblem(failure, field.name, t)}
          options={optionsOf(field.name)}
          onChange={(value) => setEntered({ ...entered, [field.name]: value })}
        />
      ))}
      <FormEnd command={command} />
    </form>
  );
};
