import { expect, it } from 'vitest';
import { endpoints } from '../../functions/openapi/endpoints.ts';
import { en } from '../../web/src/lib/words/en.ts';

/** Operators read codes; they have no page in the web application. */
const isForOperators = (route: string) => route.includes(' /api/ops/');

const wordless = (codes: Iterable<string>) => [...new Set(codes)].filter((code) => !Object.hasOwn(en.problem, code));

it('has words for every refusal a route declares', () => {
  const codes = endpoints
    .filter(({ route }) => !isForOperators(route))
    .flatMap(({ refusals }) => Object.keys(refusals ?? {}));
  expect(codes.length).toBeGreaterThan(50);
  expect(wordless(codes)).toEqual([]);
});

it('would notice', () => expect(wordless(['not-found', 'moon-is-full'])).toEqual(['moon-is-full']));
