import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import {
  AnyState,
  type ChoiceState,
  type FailState,
  type MapState,
  type ParallelState,
  type PassState,
  type SucceedState,
  type TaskState,
  type WaitState,
} from './asl-states.ts';
import { withOwnContext } from './context-paths.ts';

/** A state as it is run: with its name, and the scopes inside it. */
export type StateDefinition = { name: string; scopes: readonly Scope[] } & (
  | TaskState
  | PassState
  | WaitState
  | ChoiceState
  | SucceedState
  | FailState
  | ParallelState
  | MapState
);

/** States that lead to each other: a whole machine, a branch, or what is done with each item. */
export interface Scope {
  startAt: string;
  states: ReadonlyMap<string, StateDefinition>;
}

export interface Definition extends Scope {
  timeoutSeconds: number | undefined;
}

/** A definition that cannot be run offline; the message names the state and what it asks for. */
export class DefinitionProblem extends Error {
  readonly reason = 'definition-not-offered';
}

const ScopeShape = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), z.json()) });
const Machine = z.strictObject({
  Comment: z.string().optional(),
  Version: z.string().optional(),
  QueryLanguage: z.literal('JSONPath', 'only JSONPath is offered offline').optional(),
  StartAt: z.string(),
  States: z.record(z.string(), z.json()),
  TimeoutSeconds: z.number().optional(),
});

const resources =
  /^arn:aws[^:]*:(states:[^:]*:[^:]*:lambda:invoke(\.waitForTaskToken)?|lambda:[^:]*:[^:]*:function:.+)$/;

const read = <T>(shape: z.ZodType<T>, value: unknown, place: string): T => {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const what = issue?.code === 'unrecognized_keys' ? `${issue.keys.join(', ')} is not offered offline` : issue?.message;
  throw new DefinitionProblem(`${place}: ${[...(issue?.path ?? []), what].join(': ')}`);
};

const processorMode = z.looseObject({ ProcessorConfig: z.looseObject({ Mode: z.literal('INLINE') }).optional() });

const innerScopes = (state: z.infer<typeof AnyState>, place: string): Scope[] => {
  if (state.Type === 'Parallel') return state.Branches.map((branch) => scopeOf(branch, place));
  if (state.Type !== 'Map') return [];
  const processor = state.ItemProcessor ?? state.Iterator;
  if (!processorMode.safeParse(processor).success)
    throw new DefinitionProblem(`${place}: a distributed Map is not offered offline`);
  return [scopeOf(processor, place)];
};

const stateOf = (name: string, raw: unknown, machine: string): StateDefinition => {
  const place = `${machine}, state ${name}`;
  const state = read(AnyState, raw, place);
  if (state.Type === 'Task' && !resources.test(state.Resource))
    throw new DefinitionProblem(`${place}: the integration ${state.Resource} is not offered offline`);
  return { ...state, name, scopes: innerScopes(state, place) };
};

const scopeOf = (raw: unknown, machine: string): Scope => {
  const { StartAt, States } = read(ScopeShape, raw, machine);
  const states = Object.entries(States).map(([name, state]): [string, StateDefinition] => [
    name,
    stateOf(name, state, machine),
  ]);
  return { startAt: StartAt, states: new Map(states) };
};

const isDefinition = (value: unknown): value is StateMachineDefinition =>
  typeof value === 'object' && value !== null && 'States' in value;

/** The interpreter's own validator: every state is reached, every path is one, every target exists. */
const validate = (raw: unknown, machine: string): void => {
  try {
    if (isDefinition(raw)) new StateMachine(raw, { validationOptions: { checkPaths: true, checkArn: true } });
  } catch (error) {
    throw new DefinitionProblem(`${machine}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const checked = (text: string, machine: string): Definition => {
  const raw: unknown = JSON.parse(text);
  const { TimeoutSeconds } = read(Machine, raw, machine);
  const scope = scopeOf(withOwnContext(read(z.json(), raw, machine)), machine);
  validate(raw, machine);
  return { ...scope, timeoutSeconds: TimeoutSeconds };
};

/** There are as many as deployments. */
const known = new Map<string, Definition>();

/** Reads a definition in the Amazon States Language, once each. Throws a `DefinitionProblem` for what cannot be run offline. */
export const readDefinition = (text: string, machine: string): Definition => {
  const definition = known.get(text) ?? checked(text, machine);
  known.set(text, definition);
  return definition;
};
