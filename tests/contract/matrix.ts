import type { Endpoint } from '../../functions/platform/http/endpoint.ts';
import { callers, type Seen } from './stage.ts';

/** The table of route x caller x answer, as it was seen. */
export const matrixOf = (
  endpointsByDomain: Readonly<Record<string, readonly Endpoint[]>>,
  seen: readonly Seen[],
): string =>
  [
    '# Who gets which answer',
    '',
    'Written by `tests/journeys/http-contract.spec.ts` from the answers it saw; it fails when this page differs. After a change:',
    '`UPDATE_DOCS=1 npx vitest run --project journeys tests/journeys/http-contract.spec.ts`.',
    '',
    '*member* calls for something of no one or its own making; *owner* and *another member* for something that belongs to a member.',
    ...Object.entries(endpointsByDomain).flatMap(([domain, endpoints]) => [
      '',
      `## ${domain}`,
      '',
      `| route | may call | ${callers.join(' | ')} |`,
      `|---|---|${callers.map(() => '---|').join('')}`,
      ...endpoints.map((endpoint) => rowOf(endpoint, seen)),
    ]),
    '',
  ].join('\n');

const rowOf = ({ route, who }: Endpoint, seen: readonly Seen[]): string => {
  const cells = callers.map((caller) => {
    const mine = seen.filter((one) => one.route === route && one.as === caller);
    return [...new Set(mine.map(({ status, code }) => (code ? `${status} ${code}` : `${status}`)))].sort().join('<br>');
  });
  return `| \`${route}\` | ${who} | ${cells.join(' | ')} |`;
};
