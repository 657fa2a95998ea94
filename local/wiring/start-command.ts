import { resolve } from 'node:path';
import { jsonLog } from '../log.ts';
import { type RunningSystem, startRuntime } from '../runtime.ts';
import type { StartWish } from './command-line.ts';
import { providerParameters } from './provider-parameters.ts';
import { watchSources } from './source-watch.ts';
import { startReport } from './start-report.ts';
import { buildWebIfStale } from './web-build.ts';

/** Everything has ended after this, milliseconds. */
const STOP_WITHIN_MS = 9_500;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null
    ? ('reason' in error && error.reason) || ('code' in error && error.code)
    : undefined;

/** One clear line for what went wrong; a stack only for what nobody foresaw. */
const explain = (error: unknown, { port }: StartWish): string => {
  if (codeOf(error) === 'EADDRINUSE') return `Port ${port} is taken; choose another with --port.`;
  if (!(error instanceof Error)) return String(error);
  return typeof codeOf(error) === 'string' ? error.message : (error.stack ?? error.message);
};

const stopOnSignals = (stop: () => Promise<void>) => {
  let asked = false;
  const onSignal = () => {
    if (asked) process.exit(130);
    asked = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void stop().then(() => process.exit(0));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
};

const run = async (root: string, wish: StartWish): Promise<void> => {
  const log = jsonLog({ quiet: wish.quiet });
  const { port, backbone, web, empty } = wish;
  const began = performance.now() - process.uptime() * 1000;
  let system: RunningSystem | undefined;
  let watching: { stop(): Promise<void> } | undefined;
  stopOnSignals(async () => {
    await watching?.stop();
    await system?.stop();
  });
  const building = web ? buildWebIfStale(root, log) : undefined;
  system = await startRuntime({
    root,
    dataDir: resolve(wish.dataDir),
    port,
    backbone,
    web,
    log,
    parameters: providerParameters(process.env),
    permissionsDir: process.env.PERMISSIONS_DIR,
    seed: empty ? 'accounts' : 'catalogue',
  });
  await building;
  watching = watchSources({ root, backbone, log, onAssembly: system.replace });
  process.stdout.write(startReport(system, (performance.now() - began) / 1000, web));
};

/** Runs the system until a signal ends it; exits with 1 when it cannot start. */
export const startCommand = async (root: string, wish: StartWish): Promise<void> => {
  // A fault of one part is logged; it must never end the others.
  process.on('uncaughtException', (error) => jsonLog().error('unexpected', { error: error.stack ?? error.message }));
  process.on('unhandledRejection', (error) => jsonLog().error('unexpected', { error: String(error) }));
  try {
    await run(root, wish);
  } catch (error) {
    process.stderr.write(`${explain(error, wish)}\n`);
    process.exit(1);
  }
};
