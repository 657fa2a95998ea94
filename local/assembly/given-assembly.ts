// Test words: a small cloud assembly written to a scratch directory.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CloudAssembly, readCloudAssembly } from './cloud-assembly.ts';
import { localWorld, type World } from './world.ts';

/** Templates by stack name; functions' code by S3 key, as the text of `index.mjs`. */
export interface GivenAssembly {
  stacks: Readonly<Record<string, object>>;
  code?: Readonly<Record<string, string>>;
}

export const scratchDir = (): string => mkdtempSync(join(tmpdir(), 'bunko-'));

export const givenWorld: World = {
  ...localWorld,
  parameters: { KafkaBrokers: '127.0.0.1:9092' },
  endpointUrl: 'http://127.0.0.1:4566',
  apiUrl: 'http://localhost:4000',
};

const writeJson = (path: string, value: unknown) => writeFileSync(path, JSON.stringify(value));

/** Writes an assembly as the CDK does and gives its directory. */
export const writeAssembly = ({ stacks, code = {} }: GivenAssembly, directory = scratchDir()): string => {
  const artifacts: Record<string, object> = {
    Assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
  };
  for (const [name, template] of Object.entries(stacks)) {
    artifacts[name] = { type: 'aws:cloudformation:stack', properties: { templateFile: `${name}.template.json` } };
    writeJson(join(directory, `${name}.template.json`), template);
  }
  const files: Record<string, object> = {};
  for (const [key, source] of Object.entries(code)) {
    mkdirSync(join(directory, `asset.${key}`), { recursive: true });
    writeFileSync(join(directory, `asset.${key}`, 'index.mjs'), source);
    files[key] = { source: { path: `asset.${key}`, packaging: 'zip' }, destinations: { local: { objectKey: key } } };
  }
  writeJson(join(directory, 'assets.json'), { files });
  writeJson(join(directory, 'manifest.json'), { version: '1', artifacts });
  return directory;
};

export const givenAssembly = (given: GivenAssembly): CloudAssembly => readCloudAssembly(writeAssembly(given));
