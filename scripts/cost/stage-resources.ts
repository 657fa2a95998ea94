import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const root = resolve(import.meta.dirname, '../..');

const Resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
/** A resource as CloudFormation gets it. */
export type Resource = z.infer<typeof Resource>;
const Template = z.object({ Resources: z.record(z.string(), Resource) });

/** Synthesises a stage and reads every resource of its templates; throws what the app says when it cannot. */
export const resourcesOf = (stage: string, backbone: string): readonly Resource[] => {
  const outdir = mkdtempSync(join(tmpdir(), 'bunko-cost-'));
  try {
    const env = { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify({ stage, backbone }) };
    execFileSync(process.execPath, ['infra/app.ts'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    return readdirSync(outdir)
      .filter((file) => file.endsWith('.template.json'))
      .flatMap((file) => Object.values(Template.parse(JSON.parse(readFileSync(join(outdir, file), 'utf8'))).Resources));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
