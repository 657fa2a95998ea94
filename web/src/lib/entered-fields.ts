/** One field of a form that makes or changes a thing. */
export interface EnteredField {
  name: string;
  /** A `choice` is one of the values that its form offers. */
  kind: 'line' | 'lines' | 'day' | 'number' | 'choice';
  isOptional?: boolean;
  /** For words, the most characters; for numbers, the largest. */
  most?: number;
  least?: number;
}

/** What stands in each field; one that is not named is empty. */
export type Entered = Readonly<Record<string, string>>;

type Value = string | number | null;

const read = ({ name, kind }: EnteredField, entered: Entered): Value => {
  const text = entered[name]?.trim() ?? '';
  if (text === '') return null;
  return kind === 'number' ? Number(text) : text;
};

/** A thing as its form shows it: every field a text, what is not there empty. */
export const enteredFrom = (
  fields: readonly EnteredField[],
  thing: Readonly<Record<string, string | number | null | undefined>>,
): Entered => Object.fromEntries(fields.map(({ name }) => [name, String(thing[name] ?? '')]));

/** What a form that makes a thing sends: optional fields that are empty are left out. */
export const bodyToCreate = (fields: readonly EnteredField[], entered: Entered): Record<string, Value> =>
  Object.fromEntries(
    fields
      .map((field) => ({ field, value: read(field, entered) }))
      .filter(({ field, value }) => !(field.isOptional && value === null))
      .map(({ field, value }) => [field.name, value]),
  );

/** What a form that changes a thing sends: only what differs; an optional field that was emptied is taken away. */
export const bodyToChange = (
  fields: readonly EnteredField[],
  before: Entered,
  entered: Entered,
): Record<string, Value> =>
  Object.fromEntries(
    fields
      .filter((field) => read(field, entered) !== read(field, before))
      .map((field) => [field.name, read(field, entered)]),
  );
