import type { Safekeeping } from '../../functions/platform/event-store/safekeeping.ts';
import { commitBook } from './commit-findings.ts';
import { eachItem, type Slice } from './event-table.ts';
import type { Finding } from './finding.ts';
import { examine } from './item-findings.ts';
import { keepingOf } from './keeping.ts';
import { category, everywhere, readOptions } from './options.ts';
import { printJson, printRow } from './output.ts';
import { followStreams } from './stream-findings.ts';
import { type Target, withTarget } from './target.ts';

const shape = { ...everywhere, category: category.optional() };

interface Proof {
  counts: Readonly<Record<string, number>>;
  findings: readonly Finding[];
}

/** A table that is written to meanwhile may show one stream of a commit and not yet the other: looked at again, it must. */
const provenTwice = async (
  target: Target,
  slice: Slice,
  keeping: Safekeeping,
  doubtful: ReadonlyMap<string, readonly Finding[]>,
): Promise<readonly Finding[]> => {
  if (doubtful.size === 0) return [];
  const book = commitBook({ isWhole: slice.category === undefined });
  await eachItem(target, slice, async (item) => {
    if (!doubtful.has(String(item.c))) return;
    const { commit, events } = await examine(item, keeping);
    if (commit) book.add(commit, events);
  });
  return [...book.findings().values()].flat();
};

const prove = async (target: Target, slice: Slice, keeping: Safekeeping): Promise<Proof> => {
  const book = commitBook({ isWhole: slice.category === undefined });
  const followers = new Map<number, ReturnType<typeof followStreams>>();
  const findings: Finding[] = [];
  const counts = { items: 0, events: 0, streams: 0, compressed: 0, elsewhere: 0 };
  await eachItem(target, slice, async (item, segment) => {
    const { commit, events, findings: ofItem } = await examine(item, keeping);
    counts.items++;
    counts.events += events.length;
    findings.push(...ofItem);
    if (!commit) return;
    counts.streams += commit.sk === 1 ? 1 : 0;
    counts.compressed += commit.z === undefined ? 0 : 1;
    counts.elsewhere += commit.x === undefined ? 0 : 1;
    const follow = followers.get(segment) ?? followStreams();
    followers.set(segment, follow);
    findings.push(...follow(commit));
    book.add(commit, events);
  });
  findings.push(...(await provenTwice(target, slice, keeping, book.findings())));
  return { counts: { commits: book.size(), ...counts }, findings };
};

/** Scans the table and proves it: 0 when history is whole, 1 with each finding named when it is damaged. */
export const verify = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args, shape);
  const { counts, findings } = await withTarget(options, (target) =>
    prove(target, options, keepingOf(target, options)),
  );
  const damages = findings.filter(({ level }) => level === 'damage').length;
  for (const finding of findings) {
    const { level, kind, stream, version, detail } = finding;
    if (options.json) await printJson(finding);
    else await printRow([level, 6], [kind, 20], [`${stream} ${version}`, 52], detail);
  }
  const total = { ...counts, damages, notes: findings.length - damages };
  if (options.json) await printJson(total);
  else
    await printRow(
      Object.entries(total)
        .map(([name, count]) => `${count} ${name}`)
        .join(', '),
    );
  return damages === 0 ? 0 : 1;
};
