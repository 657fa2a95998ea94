import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { documentsInMemory } from '../../functions/search/index/documents.ts';
import { find } from '../../functions/search/index/find.ts';
import { type SearchDocument, searchKinds } from '../../functions/search/projections/search-index/view.ts';
import { folded } from '../../functions/search/text/fold.ts';
import { round, spreadOf } from '../measure.ts';
import type { MadeUp } from './made-up-catalogue.ts';
import { queries, queryKinds } from './queries.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const documentsOf = (catalogue: readonly MadeUp[]): SearchDocument[] =>
  catalogue.flatMap(({ series, volumes }) => [
    {
      kind: 'series' as const,
      id: series.seriesId,
      title: series.title,
      alsoTitled: [series.titleEn],
      people: [series.author],
    },
    ...volumes.map(({ volumeId, seriesId, title, subtitle, summary, number }) => ({
      kind: 'volume' as const,
      id: volumeId,
      title,
      alsoTitled: subtitle === undefined ? [] : [subtitle],
      people: [],
      text: summary,
      partOf: seriesId,
      place: number,
    })),
  ]);

const weighed = <T>(build: () => T) => {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const built = build();
  const milliseconds = performance.now() - began;
  collectGarbage();
  return {
    built,
    figures: { buildMs: round(milliseconds), heapMiB: round((process.memoryUsage().heapUsed - before) / 2 ** 20) },
  };
};

const timed = (times: number, search: (query: string) => unknown) =>
  Object.fromEntries(
    queryKinds.map((kind) => {
      const took: number[] = [];
      const before = process.cpuUsage();
      for (let turn = 0; turn < times; turn++)
        for (const query of queries[kind]) {
          const began = performance.now();
          search(query);
          took.push(performance.now() - began);
        }
      const { user, system } = process.cpuUsage(before);
      // What a query takes of a processor is the same on a busy machine.
      return [kind, { ...spreadOf(took), processorMs: round((user + system) / 1000 / took.length) }];
    }),
  );

const CJK = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+/u;
const RUN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+|[^ \p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+/gu;

/** One and two characters of a run, or the word as it is. */
const termsOf = (text: string): string[] =>
  (folded(text).match(RUN) ?? []).flatMap((run) =>
    CJK.test(run) ? [...run, ...Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))] : [run],
  );

/** An inverted index over the same documents, for comparison: pairs of characters, prefixes of other words. */
const invertedIndex = (documents: readonly SearchDocument[]) => {
  const titles = new Map(documents.filter(({ kind }) => kind === 'series').map((series) => [series.id, series]));
  const index = new MiniSearch({
    fields: ['titles', 'people', 'text'],
    tokenize: termsOf,
    processTerm: (term) => term,
  });
  index.addAll(
    documents.map(({ id, title, alsoTitled, people, text, partOf }) => {
      const whole = titles.get(partOf ?? '');
      return {
        id,
        titles: [title, ...alsoTitled, ...(whole ? [whole.title, ...whole.alsoTitled] : [])].join(' '),
        people: [...people, ...(whole?.people ?? [])].join(' '),
        text: text ?? '',
      };
    }),
  );
  return index;
};

/** Both ways to search, without HTTP and without a database. */
export const inMemory = (catalogue: readonly MadeUp[], times: number) => {
  const documents = documentsOf(catalogue);
  const scan = weighed(() => {
    const held = documentsInMemory();
    held.replace('all', documents);
    return held;
  });
  const scanned = timed(times, (query) => find(scan.built, { query, kinds: searchKinds, limit: 10 }));
  const inverted = weighed(() => invertedIndex(documents));
  const searched = timed(Math.ceil(times / 8), (query) =>
    inverted.built.search(query, { combineWith: 'AND', prefix: (term) => !CJK.test(term) }).slice(0, 10),
  );
  return {
    scan: { ...scan.figures, queryMs: scanned },
    invertedIndexForComparison: { ...inverted.figures, queryMs: searched },
  };
};
