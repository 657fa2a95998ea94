import { parseArgs } from 'node:util';
import * as z from 'zod';
import { signedCall } from './es/aws-calls.ts';
import { type Target, withTarget } from './es/target.ts';

const USAGE = `npm run rotate-keys -- [--url <url> | --stage <name>]

Announces a new key for access tokens. It signs ten minutes later; the old one counts until its last token has expired.
  --url     a running local system (http://localhost:4000)
  --stage   a stage on AWS, by the credentials of the environment`;

const Entry = z.object({ keyId: z.string(), signsFrom: z.number() });
const Rotation = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('rotated'), timeline: z.array(Entry), gone: z.array(Entry) }),
  z.object({ outcome: z.literal('rotation-under-way'), timeline: z.array(Entry) }),
]);
const Clock = z.object({ clock: z.object({ now: z.iso.datetime() }) });

/** The time of the system: a local one has a clock of its own. */
const timeAt = async (url: string | undefined): Promise<string> => {
  if (url === undefined) return new Date().toISOString();
  return Clock.parse(await (await fetch(new URL('/_local', url))).json()).clock.now;
};

const rotate = async (target: Target, now: string) => {
  const name = target.name('rotate-keys');
  const answer = await signedCall(target, 'lambda', `/2015-03-31/functions/${name}/invocations`, {
    headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'RequestResponse' },
    body: JSON.stringify({ now }),
  });
  const text = await answer.text();
  if (!answer.ok || answer.headers.has('x-amz-function-error')) throw new Error(`${name}: ${answer.status} ${text}`);
  return Rotation.parse(JSON.parse(text));
};

const run = async (): Promise<void> => {
  const { values } = parseArgs({ options: { url: { type: 'string' }, stage: { type: 'string' } } });
  const url = values.stage === undefined ? (values.url ?? 'http://localhost:4000') : undefined;
  const now = await timeAt(url);
  const rotation = await withTarget({ url, stage: values.stage }, (target) => rotate(target, now));
  for (const { keyId, signsFrom } of rotation.timeline)
    console.log(
      signsFrom === 0 ? `${keyId}  of the stack` : `${keyId}  signs from ${new Date(signsFrom * 1000).toISOString()}`,
    );
  if (rotation.outcome === 'rotated') return void console.log(`rotated; ${rotation.gone.length} let go`);
  console.error('a rotation is under way already: try again when the last key signs');
  process.exitCode = 1;
};

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 2;
});
