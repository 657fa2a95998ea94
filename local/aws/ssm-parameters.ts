import * as z from 'zod';
import type { Clock, Resource } from '../ports.ts';
import type { State } from '../state.ts';

/** A parameter at its latest version. */
export interface Parameter {
  name: string;
  type: 'String' | 'StringList' | 'SecureString';
  value: string;
  version: number;
  /** Epoch milliseconds, by the movable clock. */
  modifiedAt: number;
}

/** The parameters of the template and what was written since. */
export interface ParameterBook {
  get(name: string): Parameter | undefined;
  /** In order of their names. */
  below(path: string, recursive: boolean): readonly Parameter[];
  /** Writes the next version and answers it. */
  put(name: string, type: Parameter['type'], value: string): Parameter;
}

const ParameterType = z.enum(['String', 'StringList', 'SecureString']);
const Properties = z.object({ Type: ParameterType.default('String'), Value: z.string() });
const Row = z.object({
  name: z.string(),
  type: ParameterType,
  value: z.string(),
  version: z.number(),
  modifiedAt: z.number(),
});

/** Opens the parameters; written values are durable and stand above those of the template and of this run. Throws a ZodError. */
export const openParameters = (
  resources: readonly Resource[],
  state: State,
  clock: Clock,
  ofThisRun: Readonly<Record<string, string>> = {},
): ParameterBook => {
  state.exec(`CREATE TABLE IF NOT EXISTS ssm_parameters (
    name TEXT PRIMARY KEY, type TEXT NOT NULL, value TEXT NOT NULL, version INTEGER NOT NULL, modifiedAt INTEGER NOT NULL)`);
  const find = state.prepare('SELECT * FROM ssm_parameters WHERE name = ?');
  const all = state.prepare('SELECT * FROM ssm_parameters');
  const write = state.prepare('INSERT OR REPLACE INTO ssm_parameters VALUES (?, ?, ?, ?, ?)');
  const modifiedAt = clock.now().getTime();
  const template = new Map([...templateParameters(resources, modifiedAt), ...secretsOf(ofThisRun, modifiedAt)]);

  const get = (name: string): Parameter | undefined => {
    const row = find.get(name);
    return row ? Row.parse(row) : template.get(name);
  };
  return {
    get,
    below(path, recursive) {
      const prefix = path.endsWith('/') ? path : `${path}/`;
      const known = new Map([
        ...template,
        ...all
          .all()
          .map((row) => Row.parse(row))
          .map((one) => [one.name, one] as const),
      ]);
      const inside = ({ name }: Parameter) =>
        name.startsWith(prefix) && (recursive || !name.slice(prefix.length).includes('/'));
      return [...known.values()].filter(inside).toSorted((one, other) => (one.name < other.name ? -1 : 1));
    },
    put(name, type, value) {
      const version = (get(name)?.version ?? 0) + 1;
      const modifiedAt = clock.now().getTime();
      write.run(name, type, value, version, modifiedAt);
      return { name, type, value, version, modifiedAt };
    },
  };
};

/** What an operator would have written on AWS, for as long as this process lives. */
const secretsOf = (values: Readonly<Record<string, string>>, modifiedAt: number) =>
  Object.entries(values).map(([name, value]): [string, Parameter] => [
    name,
    { name, type: 'SecureString', value, version: 1, modifiedAt },
  ]);

const templateParameters = (resources: readonly Resource[], modifiedAt: number): ReadonlyMap<string, Parameter> =>
  new Map(
    resources
      .filter(({ type }) => type === 'AWS::SSM::Parameter')
      .map(({ physicalId: name, properties }) => {
        const { Type, Value } = Properties.parse(properties);
        return [name, { name, type: Type, value: Value, version: 1, modifiedAt }];
      }),
  );
