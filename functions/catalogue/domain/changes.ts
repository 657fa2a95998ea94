/** Fields by their names: a value for what is to be so, null for what is to go. */
export type Changes = Readonly<Record<string, unknown>>;

/** A contract, as far as it makes its event's data of something. */
interface Parses<Data> {
  shape: { parse(said: unknown): Data };
}

/** What an event says after some changes, or undefined when they change nothing. */
export const changed = <Data>({ shape }: Parses<Data>, before: Data, changes: Changes): Data | undefined => {
  const said = { ...Object(before), ...changes };
  const after = shape.parse(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)));
  return JSON.stringify(after) === JSON.stringify(shape.parse(before)) ? undefined : after;
};
