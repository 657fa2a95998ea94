// `npm run es -- <command>`: looks into the event store of a running local system, or of a stage on AWS.
import { TargetProblem } from './es/local-system.ts';
import { UsageProblem } from './es/options.ts';
import { endWhenNobodyReads } from './es/output.ts';
import { usage } from './es/usage.ts';

type Command = (args: readonly string[]) => Promise<number>;

/** Each answers the exit code; loaded when it is asked for, because some bring large clients along. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  tail: async () => (await import('./es/tail.ts')).tail,
  dump: async () => (await import('./es/dump.ts')).dump,
  restore: async () => (await import('./es/restore.ts')).restore,
  state: async () => (await import('./es/state.ts')).state,
  diff: async () => (await import('./es/diff.ts')).diff,
  causation: async () => (await import('./es/causation.ts')).causation,
  verify: async () => (await import('./es/verify.ts')).verify,
  doctor: async () => (await import('./es/doctor.ts')).doctor,
};

const run = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  if ([name, ...args].some((word) => word === '--help' || word === 'help')) {
    process.stdout.write(usage);
    return 0;
  }
  const command = commands[name];
  if (!command) throw new UsageProblem(name === '' ? 'a command is needed' : `there is no command ${name}`);
  return (await command())(args);
};

endWhenNobodyReads();
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageProblem) process.stderr.write(`${error.message}\n\n${usage}`);
  else if (error instanceof TargetProblem) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof UsageProblem ? 2 : 1;
}
