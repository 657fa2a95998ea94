import type { Bodies, CommandName, Heard } from './commands.ts';
import type { LambdaFunction } from './lambda-function.ts';
import type { World } from './world.ts';

/** A request that a client made, and what it knows of its end. */
export interface Request {
  name: CommandName;
  body: Bodies[CommandName];
  /** One for each time it was sent. */
  commandIds: string[];
  /** `unknown` when the client gave up without an answer. */
  end: Exclude<Heard, { outcome: 'busy' }> | { outcome: 'unknown' };
}

const TRIES = 10;

/** Sends requests until they are answered, always with the same key. */
export const clientOf = (world: World, functions: Readonly<Record<CommandName, LambdaFunction>>) => {
  const { sim, faults } = world;
  const requests: Request[] = [];
  const pause = (ms: number) => new Promise<void>((resolve) => sim.after(ms, resolve));

  /** Undefined when no answer came. */
  const send = async <Name extends CommandName>(name: Name, key: string, commandId: string, body: Bodies[Name]) => {
    const invoked = functions[name].invoke({ key, commandId, now: world.today(), body });
    const isSentTwice = faults.strikes('duplicate');
    if (isSentTwice) void functions[name].invoke({ key, commandId: `${commandId}-twin`, now: world.today(), body });
    const result = await invoked;
    const isHeard = result.ok && !faults.strikes('lost-answer');
    sim.trace.note(sim.now(), 'client', `${name} ${key}`, isHeard ? undefined : 'no answer', () =>
      JSON.stringify(result),
    );
    return isHeard ? (result.payload as Heard) : undefined;
  };

  return {
    requests: requests as readonly Request[],
    pause,
    /** Waits for the answer; some clients do not wait for ever. */
    async ask<Name extends CommandName>(name: Name, body: Bodies[Name]): Promise<Request['end']> {
      const key = world.nextId('key');
      const request: Request = { name, body, commandIds: [], end: { outcome: 'unknown' } };
      requests.push(request);
      const tries = sim.random.chance(0.1) ? 1 : TRIES;
      for (let attempt = 1; attempt <= tries; attempt++) {
        const commandId = `${key}-${attempt}`;
        request.commandIds.push(commandId, `${commandId}-twin`);
        const heard = await send(name, key, commandId, body);
        if (heard && heard.outcome !== 'busy') {
          request.end = heard;
          return heard;
        }
        await pause(sim.random.between(20, 200 * attempt));
      }
      return request.end;
    },
  };
};
export type Client = ReturnType<typeof clientOf>;
