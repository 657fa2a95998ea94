import type { Pace } from '../../functions/platform/pace.ts';
import type { FaultKind, Faults } from './faults.ts';
import type { Instance } from './lambda-function.ts';
import type { Simulation } from './simulation.ts';

/** What a caller gets when nobody can say whether its request was served. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

interface Call<T> {
  what: string;
  work: () => T | Promise<T>;
  /** Whether the client library asks again by itself. */
  asksAgain: boolean;
  detail?: () => string;
}

/** How often a client library asks before it gives up, like the AWS SDK. */
const TRIES = 3;

/** The way between an instance of a function and everything that is not in its memory. */
export interface Wire {
  /** One request: a step of the simulation, and a place where it can fail. */
  call<T>(me: Instance, call: Call<T>): Promise<T>;
  /** The same port as an instance reaches it: every method is a call, but for those in `local`. */
  port<Port extends object>(me: Instance, name: string, port: Port, options?: PortOptions<Port>): Port;
  pace(me: Instance): Pace;
}
interface PortOptions<Port> {
  local?: readonly (keyof Port)[];
}

export const wireOf = (sim: Simulation, faults: Faults): Wire => {
  const delay = () => (faults.strikes('late') ? sim.random.between(20, 800) : sim.random.between(1, 6));
  const call = <T>(me: Instance, request: Call<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const send = (tries: number) =>
        sim.after(delay() + (tries > 1 ? 50 : 0), () => {
          if (me.isAlive) void serve(tries).catch(reject);
        });
      const serve = async (tries: number) => {
        const asksAgain = request.asksAgain && tries < TRIES && sim.random.chance(0.7);
        const mishap = mishapOf(faults, me, asksAgain);
        sim.trace.note(sim.now(), me.name, request.what, mishap, request.detail);
        const noAnswer = () => (asksAgain ? void send(tries + 1) : reject(new NoAnswer(request.what)));
        if (mishap === 'failed-call') return noAnswer();
        if (mishap === 'crash' && sim.random.chance(0.5)) return me.crash();
        const answer = await request.work();
        if (mishap === 'crash') return me.crash();
        return mishap === 'lost-answer' ? noAnswer() : resolve(answer);
      };
      send(1);
    });

  return {
    call,
    port: (me, name, port, options = {}) => reached(call, me, name, port, options),
    pace: (me) => ({
      pause: (milliseconds) =>
        new Promise<void>((resolve) => {
          sim.after(milliseconds, () => me.isAlive && resolve());
        }),
      random: sim.random.next,
      uptime: sim.now,
    }),
  };
};

const mishaps = ['crash', 'failed-call', 'lost-answer'] as const satisfies readonly FaultKind[];

/** What goes wrong with a call; nothing that would make a record fail once too often. */
const mishapOf = (faults: Faults, me: Instance, isHarmless: boolean) =>
  mishaps.find((kind) => faults.strikes(kind, () => (isHarmless && kind !== 'crash') || me.mayFail()));

const reached = <Port extends object>(
  call: Wire['call'],
  me: Instance,
  name: string,
  port: Port,
  { local = [] }: PortOptions<Port>,
): Port =>
  new Proxy(port, {
    get(target, method) {
      const found: unknown = Reflect.get(target, method);
      if (typeof found !== 'function' || local.some((one) => one === method)) return found;
      return (...args: unknown[]) =>
        call(me, {
          what: `${name}.${String(method)}`,
          work: () => Reflect.apply(found, target, args),
          asksAgain: true,
          detail: () => JSON.stringify(args).slice(0, 160),
        });
    },
  });
