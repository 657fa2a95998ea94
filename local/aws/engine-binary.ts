import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import type { Log } from '../ports.ts';

const VERSION = '1.2.1';
const packageName = `@dynoxide/${process.platform}-${process.arch}`;
const fileName = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';

/** Thrown when no DynamoDB engine can be had; the message says what to do. */
export class NoDynamoDbEngine extends Error {
  readonly reason = 'no-dynamodb-engine';
}

/**
 * The path of the engine's program: the installed package of this platform, else one on the PATH, else that package
 * installed under `dataDir` on first use. Rejects with `NoDynamoDbEngine`.
 */
export const engineBinary = async (dataDir: string, log: Log): Promise<string> => {
  const prefix = join(dataDir, 'engine');
  const found = inPackage(import.meta.url) ?? onPath() ?? inPackage(join(prefix, 'package.json'));
  if (found) return found;

  log.info('installing the DynamoDB engine of this platform', { package: packageName });
  await install(prefix);
  const installed = inPackage(join(prefix, 'package.json'));
  if (installed) return installed;
  throw new NoDynamoDbEngine(
    `No DynamoDB engine for ${process.platform}-${process.arch}: ${packageName} could not be installed. ` +
      'Put a dynoxide on the PATH, or set DYNAMODB_ENDPOINT to a running DynamoDB Local.',
  );
};

const executable = (path: string): string | undefined => {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
};

const inPackage = (from: string): string | undefined => {
  try {
    return executable(join(dirname(createRequire(from).resolve(`${packageName}/package.json`)), fileName));
  } catch {
    return undefined;
  }
};

const onPath = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => executable(join(folder, fileName)))
    .find((path) => path !== undefined);

const install = (prefix: string): Promise<void> =>
  new Promise((resolve) => {
    const words = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', prefix, `${packageName}@${VERSION}`];
    const npm = spawn('npm', words, { stdio: 'ignore', shell: process.platform === 'win32' });
    npm.once('error', () => resolve());
    npm.once('exit', () => resolve());
  });
