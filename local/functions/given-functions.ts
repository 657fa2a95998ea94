// Test words: functions whose bundles are written to a scratch directory.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trackActivity } from '../activity.ts';
import { scratchDir } from '../assembly/given-assembly.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import { jsonLog } from '../log.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { openFunctionLogs } from './function-logs.ts';
import { type InvocationReport, startFunctions } from './function-runtime.ts';

export const givenFunction = (code: string, more: Partial<FunctionDefinition> = {}): FunctionDefinition => {
  return functionAt(givenCode('index.mjs', code), more);
};

/** A CommonJS bundle, as the deployed functions are. */
export const givenScript = (code: string): FunctionDefinition => functionAt(givenCode('index.js', code), {});

const givenCode = (file: string, code: string): string => {
  const codeDir = join(scratchDir(), 'code');
  mkdirSync(codeDir);
  writeFileSync(join(codeDir, file), code);
  return codeDir;
};

const functionAt = (codeDir: string, more: Partial<FunctionDefinition>): FunctionDefinition => {
  return {
    name: 'probe',
    arn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:probe',
    stack: 'Test',
    logicalId: 'Probe',
    codeDir,
    handler: 'index.handler',
    roleArn: 'arn:aws:iam::000000000000:role/probe',
    environment: {},
    timeoutSeconds: 3,
    memoryMb: 256,
    logGroup: '/aws/lambda/probe',
    reserved: undefined,
    accessKeyId: 'ASIAPROBE',
    ...more,
  };
};

/** Starts functions with everything around them; `lines` and `reports` collect what they said. */
export const givenRuntime = (...definitions: FunctionDefinition[]) => faultyRuntime(noFaults, ...definitions);

/** The same, with what the rules have for them. */
export const faultyRuntime = (faults: Faults, ...definitions: FunctionDefinition[]) => {
  const dataDir = scratchDir();
  const lines: string[] = [];
  const reports: InvocationReport[] = [];
  const logs = openFunctionLogs(join(dataDir, 'logs'), (_, line) => lines.push(line));
  const functions = startFunctions({
    definitions,
    surroundings: { region: 'ap-northeast-1', endpointUrl: 'http://127.0.0.1:4566', xrayAddress: '127.0.0.1:2000' },
    logs,
    activity: trackActivity(),
    faults,
    log: jsonLog({ write: () => undefined }),
    onInvocation: (report) => reports.push(report),
  });
  return { functions, dataDir, lines, reports };
};
