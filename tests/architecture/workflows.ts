import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const Permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const Step = z.object({ uses: z.string().optional(), run: z.string().optional() });
const Job = z.object({
  permissions: Permissions.optional(),
  steps: z.array(Step).default([]),
  uses: z.string().optional(),
  'timeout-minutes': z.number().optional(),
});
const Workflow = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: Permissions,
  jobs: z.record(z.string(), Job),
});

/** A workflow of the pipeline, with its text. */
export interface WorkflowFile {
  file: string;
  text: string;
  workflow: z.infer<typeof Workflow>;
}

/** Every workflow; throws a ZodError for one that declares no permissions. */
export const workflowsOf = (root: string): readonly WorkflowFile[] =>
  globSync('.github/workflows/*.yml', { cwd: root })
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return { file, text, workflow: Workflow.parse(parse(text)) };
    });

const Manifest = z.object({ scripts: z.record(z.string(), z.string()) });
/** What npm does itself. */
const NPM = new Set(['ci', 'audit', 'test', 'start']);

/** What a line of shell calls that this tree does not have. */
export const missingIn = (line: string, root: string): readonly string[] => {
  const { scripts } = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const ofNpm = [...line.matchAll(/\bnpm (?:run )?([\w:-]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !NPM.has(name) && scripts[name] === undefined);
  const ofNpx = [...line.matchAll(/\bnpx ([\w-]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !existsSync(join(root, 'node_modules/.bin', name)));
  const files = [...line.matchAll(/(?:^|\s)((?:\.ci|scripts|tests)\/[\w./-]+)/g)]
    // Part of the name may come from a matrix.
    .map(([whole, path = '']) => ({ path, goesOn: line.slice(line.indexOf(whole) + whole.length).startsWith('$') }))
    .filter(({ path, goesOn }) =>
      goesOn ? globSync(`${path}*`, { cwd: root }).length === 0 : !existsSync(join(root, path)),
    )
    .map(({ path }) => path);
  return [...ofNpm, ...ofNpx, ...files];
};

/** Values of an event are whatever somebody wrote; in a script they would be code. */
export const isInjectable = (line: string): boolean => /\$\{\{\s*(?:github\.(?:event|head_ref|ref)|inputs)/.test(line);
/** An exact version or a commit; a branch or a major version moves under our feet. */
export const isPinned = (uses: string): boolean =>
  uses.startsWith('./') || /@(?:v\d+\.\d+\.\d+|[0-9a-f]{40})$/.test(uses);
