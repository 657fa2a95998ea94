import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { synthesise } from '../../local/assembly/synthesis.ts';
import { jsonLog } from '../../local/log.ts';
import { root } from './system.ts';

const Template = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z
        .looseObject({
          FunctionName: z.unknown().optional(),
          Code: z.looseObject({ S3Key: z.unknown().optional() }).optional(),
        })
        .optional(),
    }),
  ),
});

/** A copy of the local stage's cloud assembly, to be changed. */
export const copyOfAssembly = async (backbone: 'kafka' | 'eventbridge' = 'kafka'): Promise<string> => {
  const assembly = await synthesise({ root, backbone, log: jsonLog({ quiet: true }) });
  const copy = mkdtempSync(join(tmpdir(), 'bunko-tampered-'));
  cpSync(assembly, copy, { recursive: true });
  return copy;
};

const templatesIn = (assembly: string) =>
  readdirSync(assembly)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => join(assembly, file));

/** Takes an action out of every policy of one stack; throws when it was in none. */
export const withoutAction = (assembly: string, stack: string, action: string): void => {
  const path = join(assembly, `${stack}.template.json`);
  const before = readFileSync(path, 'utf8');
  const after = before.replaceAll(new RegExp(`"${action}",\\s*`, 'g'), '');
  if (after === before) throw new Error(`${stack} grants no ${action}`);
  writeFileSync(path, after);
};

/** Gives a setting another value in every function that has it; throws when none has. */
export const withSetting = (assembly: string, name: string, value: string): void => {
  let found = 0;
  for (const path of templatesIn(assembly)) {
    const before = readFileSync(path, 'utf8');
    const after = before.replaceAll(new RegExp(`("${name}": )"[^"]*"`, 'g'), (_, key: string) => {
      found += 1;
      return `${key}${JSON.stringify(value)}`;
    });
    if (after !== before) writeFileSync(path, after);
  }
  if (found === 0) throw new Error(`no function has the setting ${name}`);
};

const bundleOf = (assembly: string, functionName: string): string => {
  for (const path of templatesIn(assembly)) {
    const { Resources } = Template.parse(JSON.parse(readFileSync(path, 'utf8')));
    const found = Object.values(Resources).find(
      ({ Type, Properties }) => Type === 'AWS::Lambda::Function' && Properties?.FunctionName === functionName,
    );
    const key = found?.Properties?.Code?.S3Key;
    if (typeof key === 'string') return join(assembly, `asset.${key.replace(/\.zip$/, '')}`);
  }
  throw new Error(`the assembly has no function ${functionName}`);
};

/**
 * Makes a function die twice: at its first invocation before it did anything, at the next one after its effect and
 * before it could say so. `marks` is a directory in which it remembers, because nothing of a dead process is left.
 */
export const crashingTwice = (assembly: string, functionName: string, marks: string): void => {
  const bundle = bundleOf(assembly, functionName);
  renameSync(join(bundle, 'index.js'), join(bundle, 'real.cjs'));
  writeFileSync(
    join(bundle, 'index.js'),
    `const { existsSync, writeFileSync } = require('node:fs');
const { handler: real } = require('./real.cjs');
const isFirst = (when) => {
  const mark = ${JSON.stringify(join(marks, functionName))} + '.' + when;
  if (existsSync(mark)) return false;
  writeFileSync(mark, '');
  return true;
};
exports.handler = async (event, context) => {
  if (isFirst('before')) process.exit(1);
  const result = await real(event, context);
  if (isFirst('after')) process.exit(1);
  return result;
};
`,
  );
};

/**
 * Plants a bug in a projection: it throws for loans of the volume whose id is in the file `marker`, and is fixed when the
 * file is empty.
 */
export const withBugInLoans = (assembly: string, functionName: string, marker: string): void => {
  const bundle = join(bundleOf(assembly, functionName), 'index.js');
  const code = readFileSync(bundle, 'utf8');
  const bug = (event: string) =>
    `if(${event}.data.items[0].volumeId===require("node:fs").readFileSync(${JSON.stringify(marker)},"utf8"))throw new Error("a planted bug");`;
  const broken = code.replace(
    /switch\((\w+)\.type\)\{case"lending\.loan-opened":/,
    (start, event: string) => `${start}${bug(event)}`,
  );
  if (broken === code) throw new Error(`${functionName} has no place for the bug`);
  writeFileSync(bundle, broken);
};
