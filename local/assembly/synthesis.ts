import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Log } from '../ports.ts';

/** Which system to synthesise, and where its assemblies are kept. */
export interface SynthesisOptions {
  /** The checkout. */
  root: string;
  backbone: 'kafka' | 'eventbridge';
  log: Log;
}

/** The CDK app failed; `output` is what it wrote. */
export class SynthesisFailed extends Error {
  readonly reason = 'synthesis-failed';
  readonly output: string;

  constructor(output: string) {
    super(`the CDK app could not be synthesised:\n${output}`);
    this.output = output;
  }
}

/** Sources that decide what the app writes. */
const SOURCES = ['{infra,functions,events}/**/*.*', 'package-lock.json', 'cdk.json', 'tsconfig.json'];
/** Assemblies kept beside those in use, so that going back to the sources of a moment ago is quick. */
const KEPT = 3;
const Settings = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

/** A hash of everything that the assembly is made of. */
export const hashOfSources = (root: string, backbone: string): string => {
  const hash = createHash('sha256').update(`local/${backbone}`);
  for (const path of globSync(SOURCES, { cwd: root, exclude: ['**/*.spec.ts', '**/cdk.out/**'] }).toSorted()) {
    const file = join(root, path);
    if (statSync(file).isFile()) hash.update(path).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
};

const contextOf = (root: string, backbone: string): Record<string, unknown> => {
  const settings = join(root, 'cdk.json');
  const { context } = Settings.parse(existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {});
  return { ...context, stage: 'local', backbone };
};

const runApp = (root: string, backbone: string, outDir: string) =>
  new Promise<void>((resolve, reject) => {
    const env = {
      ...process.env,
      CDK_OUTDIR: outDir,
      CDK_CONTEXT_JSON: JSON.stringify(contextOf(root, backbone)),
      CDK_DEFAULT_ACCOUNT: '000000000000',
      CDK_DEFAULT_REGION: 'ap-northeast-1',
    };
    const child = spawn(process.execPath, ['infra/app.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = `${output}${text}`.slice(-20_000);
      });
    child.once('error', (error) => reject(new SynthesisFailed(error.message)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new SynthesisFailed(output))));
  });

const HELD_BY = 'held-by.';

/** Marks an assembly as used by this process, whose workers load their code from it as long as it lives. */
const hold = (assembly: string): string => {
  writeFileSync(join(assembly, `${HELD_BY}${process.pid}`), '');
  return assembly;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const isHeld = (assembly: string): boolean =>
  readdirSync(assembly).some((file) => file.startsWith(HELD_BY) && isAlive(Number(file.slice(HELD_BY.length))));

const removeOld = (directory: string) => {
  const old = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(directory, name))
    .toSorted((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs)
    .slice(KEPT)
    .filter((path) => !isHeld(path));
  for (const path of old) rmSync(path, { recursive: true, force: true });
};

/**
 * Gives the directory of an assembly of the sources as they are now; synthesises only when they changed.
 * Rejects with `SynthesisFailed` when the app does.
 */
export const synthesise = async ({ root, backbone, log }: SynthesisOptions): Promise<string> => {
  const directory = join(root, '.bunko', 'assembly', backbone);
  const assembly = join(directory, hashOfSources(root, backbone));
  if (existsSync(join(assembly, 'manifest.json'))) return hold(assembly);

  const began = Date.now();
  mkdirSync(directory, { recursive: true });
  // Written beside and moved into place: a half-written assembly is never found, and two processes may do it at once.
  const draft = `${assembly}.${process.pid}.draft`;
  try {
    await runApp(root, backbone, draft);
    if (!existsSync(assembly)) renameSync(draft, assembly);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  hold(assembly);
  removeOld(directory);
  log.info('synthesised the CDK app', { backbone, seconds: (Date.now() - began) / 1000 });
  return assembly;
};
