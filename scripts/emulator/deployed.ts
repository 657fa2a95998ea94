import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCloudAssembly } from '../../local/assembly/cloud-assembly.ts';
import { type ResolvedAssembly, resolveAssembly } from '../../local/assembly/resolve-assembly.ts';
import { ACCOUNT, assemblyDir, type Emulator } from './target.ts';

/** What was deployed last, with the names that it has in the emulator; undefined before the first deployment. */
export const deployedTo = ({ endpoint, region }: Emulator, brokers: string): ResolvedAssembly | undefined => {
  if (!existsSync(join(assemblyDir, 'manifest.json'))) return undefined;
  return resolveAssembly(readCloudAssembly(assemblyDir), {
    region,
    accountId: ACCOUNT,
    parameters: { KafkaBrokers: brokers },
    endpointUrl: endpoint,
    apiUrl: endpoint,
  });
};
