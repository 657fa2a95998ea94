import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT, assemblyDir, type Emulator, root } from './target.ts';

/** The CDK CLI failed; the message ends with what it said last. */
export class CdkFailed extends Error {}

const MOST_SHOWN = 4_000;

const cdk = (environment: NodeJS.ProcessEnv, ...args: string[]) =>
  new Promise<void>((resolve, reject) => {
    const cli = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = `${said}${text}`.slice(-MOST_SHOWN);
      });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new CdkFailed(`cdk ${args[0]} ended with ${code}:\n${said}`)),
    );
  });

/** Which system is deployed. */
export interface Deployment {
  backbone: 'kafka' | 'eventbridge';
  /** Where functions find Kafka: `host:port`, separated by commas. */
  brokers: string;
}

/** Synthesises the stage `emulator` and deploys all of it with the CDK CLI. Rejects with `CdkFailed`. */
export const deploy = async ({ environment, region }: Emulator, { backbone, brokers }: Deployment): Promise<void> => {
  const context = ['-c', 'stage=emulator', '-c', `backbone=${backbone}`];
  await cdk(environment, 'synth', '--quiet', '--output', assemblyDir, ...context);
  const assembly = ['--app', assemblyDir];
  await cdk(environment, 'bootstrap', `aws://${ACCOUNT}/${region}`, ...assembly);
  const parameters = backbone === 'kafka' ? ['--parameters', `KafkaBrokers=${brokers}`] : [];
  const unattended = ['--require-approval', 'never', '--concurrency', '4'];
  await cdk(environment, 'deploy', '--all', ...assembly, ...unattended, ...parameters);
};

/** Takes down with the CDK CLI what was deployed last. Rejects with `CdkFailed`, and where nothing was deployed from here. */
export const destroy = async ({ environment }: Emulator): Promise<void> => {
  if (!existsSync(assemblyDir)) throw new Error('nothing was deployed from here: npm run deploy:local');
  await cdk(environment, 'destroy', '--all', '--force', '--app', assemblyDir);
  rmSync(assemblyDir, { recursive: true });
};
