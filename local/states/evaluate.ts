import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { ChoiceState, Json } from './asl-states.ts';
import { OWN_CONTEXT } from './context-paths.ts';
import { stateFailure } from './state-failure.ts';

/** The context object (`$$`) as one state sees it. */
export type Context = { [key: string]: Json };

type Fields = Readonly<Record<string, unknown>>;

const isDefinition = (value: unknown): value is StateMachineDefinition =>
  typeof value === 'object' && value !== null && 'States' in value;

/** Machines of one or two states, made once for the state whose fields they hold. */
const machines = new WeakMap<object, Map<string, StateMachine>>();

const machineFor = (owner: object, use: string, states: () => Record<string, object>): StateMachine => {
  const own = machines.get(owner) ?? new Map<string, StateMachine>();
  machines.set(owner, own);
  const known = own.get(use);
  if (known) return known;
  const definition: unknown = { StartAt: 'It', States: states() };
  if (!isDefinition(definition)) throw new Error('a machine has states');
  const made = new StateMachine(definition, { validationOptions: { noValidate: true } });
  own.set(use, made);
  return made;
};

const picked = (owner: object, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(owner).filter(([name, value]) => names.includes(name) && value !== undefined));

const Problem = z.object({ name: z.string(), message: z.string(), isCatchable: z.boolean().catch(true) });

/** What the interpreter's error says of the state that failed. */
const failureOf = (error: unknown) => {
  const cause = error instanceof Error ? error.cause : undefined;
  const { name, message, isCatchable } = Problem.catch({
    name: 'States.Runtime',
    message: String(error),
    isCatchable: false,
  }).parse(cause);
  return stateFailure(name, message, isCatchable);
};

const run = async (machine: StateMachine, input: Json, context: Context, result?: Json): Promise<Json> => {
  const handlers = result === undefined ? {} : { taskResourceLocalHandlers: { It: () => result } };
  try {
    return await machine.run(input, { context: { [OWN_CONTEXT]: context }, overrides: handlers }).result;
  } catch (error) {
    throw failureOf(error);
  }
};

/** The input of a state's work: `InputPath`, then `Parameters` (or the template under another name). */
export const evaluateInput = async (state: object, input: Json, context: Context): Promise<Json> => {
  const fields = picked(state, ['InputPath', 'Parameters']);
  if (Object.keys(fields).length === 0) return input;
  const machine = machineFor(state, 'input', () => ({ It: { Type: 'Pass', ...fields, End: true } }));
  return run(machine, input, context);
};

/** The output of a state: `ResultSelector`, `ResultPath` into its raw input, then `OutputPath`. */
export const evaluateResult = async (state: object, input: Json, result: Json, context: Context): Promise<Json> => {
  const { ResultPath, ...others } = picked(state, ['ResultSelector', 'ResultPath', 'OutputPath']);
  // For the interpreter `$` is a field of that name.
  const fields = ResultPath === '$' || ResultPath === undefined ? others : { ...others, ResultPath };
  if (Object.keys(fields).length === 0) return result;
  const machine = machineFor(state, 'result', () => ({ It: { Type: 'Task', Resource: 'It', ...fields, End: true } }));
  return run(machine, input, context, result);
};

/** A payload template on its own. */
export const evaluateTemplate = async (
  owner: object,
  use: string,
  template: Json,
  input: Json,
  context: Context,
): Promise<Json> =>
  run(
    machineFor(owner, use, () => ({ It: { Type: 'Pass', Parameters: template, End: true } })),
    input,
    context,
  );

/** One path, or one intrinsic function. */
export const evaluatePath = async (owner: object, path: string, input: Json, context: Context): Promise<Json> => {
  const found = await evaluateTemplate(owner, path, { 'found.$': path }, input, context);
  return z.object({ found: z.json() }).parse(found).found;
};

const Chosen = z.object({ next: z.string(), output: z.json() });

/** Where a Choice leads, and with what. */
export const evaluateChoice = async (
  state: ChoiceState,
  input: Json,
  context: Context,
): Promise<{ next: string; output: Json }> => {
  const fields = picked(state, ['InputPath', 'OutputPath', 'Choices', 'Default']);
  const targets = new Set([
    ...state.Choices.map(({ Next }) => Next),
    ...(state.Default === undefined ? [] : [state.Default]),
  ]);
  const landed = [...targets].map((next): [string, object] => [
    `to ${next}`,
    { Type: 'Pass', Parameters: { next, 'output.$': '$' }, End: true },
  ]);
  const led = (rule: object) => ({ ...rule, ...('Next' in rule && { Next: `to ${rule.Next}` }) });
  const machine = machineFor(state, 'choice', () => ({
    ...Object.fromEntries(landed),
    It: {
      Type: 'Choice',
      ...fields,
      Choices: state.Choices.map(led),
      ...(state.Default !== undefined && { Default: `to ${state.Default}` }),
    },
  }));
  return Chosen.parse(await run(machine, input, context));
};
