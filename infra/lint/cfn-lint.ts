import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { madePythonEnvironment, pythonEnvironment } from '../../scripts/python/environment.ts';
import { exceptions } from './exceptions.ts';
import type { StackTemplate } from './variants.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');
const REGION = 'ap-northeast-1';

/** What cfn-lint says of a place in a template. */
export interface Finding {
  variant: string;
  stack: string;
  rule: string;
  /** e.g. `Resources/queue/Properties` */
  at: string;
  message: string;
}

const Findings = z.array(
  z.object({
    Rule: z.object({ Id: z.string() }),
    Filename: z.string(),
    Location: z.object({ Path: z.array(z.union([z.string(), z.number()])).nullish() }),
    Message: z.string(),
  }),
);

/** Makes the environment of cfn-lint at its first use; answers where its programs are. */
export const installCfnLint = (python: string): Promise<string> => pythonEnvironment('cfn-lint', python, requirements);
/** Where the programs of cfn-lint are, when it was installed here. */
export const installedCfnLint = (): string | undefined => madePythonEnvironment('cfn-lint', requirements);

/** It ends with 0, or with a sum of 2, 4 and 8 for errors, warnings and remarks; with 1 and 32 it did not do its work. */
const hasLinted = (code: number | null) => code !== null && code % 2 === 0 && code < 16;

const linted = (programs: string, files: readonly string[]): Promise<z.infer<typeof Findings>> =>
  new Promise((resolve, reject) => {
    const child = spawn(join(programs, 'cfn-lint'), ['--regions', REGION, '--format', 'json', '--', ...files], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      hasLinted(code)
        ? resolve(Findings.parse(JSON.parse(said.out)))
        : reject(new Error(`cfn-lint ended with ${code}: ${said.err}${said.out.slice(0, 2_000)}`)),
    );
  });

/** The largest first, each to whoever has least. */
const shared = (templates: readonly StackTemplate[], among: number): readonly StackTemplate[][] => {
  const sizeOf = ({ template }: StackTemplate) => Object.keys(template.Resources ?? {}).length;
  const shares = Array.from({ length: among }, () => ({ size: 0, templates: [] as StackTemplate[] }));
  for (const one of templates.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const least = shares.reduce((a, b) => (b.size < a.size ? b : a));
    least.size += sizeOf(one);
    least.templates.push(one);
  }
  return shares.map((share) => share.templates).filter((share) => share.length > 0);
};

/** What cfn-lint finds in templates, asked with as many processes as there are cores. */
export const cfnLint = async (programs: string, templates: readonly StackTemplate[]): Promise<readonly Finding[]> => {
  const directory = mkdtempSync(join(tmpdir(), 'bunko-lint-'));
  try {
    const sources = new Map<string, StackTemplate>();
    const written = shared(templates, availableParallelism()).map((share) =>
      share.map((one) => {
        const file = join(directory, `${sources.size}.template.json`);
        writeFileSync(file, JSON.stringify(one.template));
        sources.set(file, one);
        return file;
      }),
    );
    const found = (await Promise.all(written.map((files) => linted(programs, files)))).flat();
    return found.map(({ Rule, Filename, Location, Message }) => {
      const { variant = '', stack = '' } = sources.get(Filename) ?? {};
      return { variant, stack, rule: Rule.Id, at: (Location.Path ?? []).join('/'), message: Message };
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** Findings that no exception names. */
export const unexpectedOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ rule }) => !exceptions.some((one) => one.rule === rule));

/** Exceptions that nothing needs any more. */
export const needlessOf = (findings: readonly Finding[]): readonly string[] =>
  exceptions.flatMap(({ rule }) => (findings.some((one) => one.rule === rule) ? [] : [rule]));
