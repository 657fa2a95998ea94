import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundles } from '../../infra/bundles.ts';
import { bunkoApp } from '../../infra/bunko-app.ts';
import { grantsIn } from '../../infra/release/grants.ts';
import { templatesOf } from '../../infra/release/templates.ts';
import { stageOf } from '../../infra/stages.ts';
import { withoutCopies } from '../../infra/without-copies.ts';
import { beyondJourneys } from '../../scripts/permissions/other-stages.ts';

/** `role: grant`, without what names the stage. */
const grantsOf = (stage: string, backbone: string): ReadonlySet<string> => {
  const nameless = (text: string) =>
    text
      .replaceAll(`bunko-${stage}-`, 'bunko-')
      .replaceAll(`bunko/${stage}/`, 'bunko/')
      .replaceAll(`"${stage}"`, '"stage"');
  const grants = grantsIn(templatesOf(bunkoApp(stageOf(stage, backbone), { context: withoutCopies })));
  return new Set(Object.entries(grants).flatMap(([role, lines]) => lines.map((line) => nameless(`${role}: ${line}`))));
};

describe('a stage that no journey runs on', () => {
  let played: ReadonlySet<string> = new Set();
  const others = new Map<string, ReadonlySet<string>>();
  beforeAll(() => {
    buildBundles();
    played = grantsOf('local', 'kafka');
    others.set('prod', grantsOf('prod', 'kafka'));
    others.set('local on the bus', grantsOf('local', 'eventbridge'));
  });
  const more = (stage: string) =>
    [...(others.get(stage) ?? [`${stage}: is not known`])].filter((line) => !played.has(line));
  const grantIn = (line: string) => line.slice(line.indexOf(': ') + 2);

  it.each(['prod', 'local on the bus'])('grants what journeys use, and more for reasons given (%s)', (stage) => {
    expect(played.size).toBeGreaterThan(1_000);
    expect(more(stage).filter((line) => !beyondJourneys.some((one) => one.line.test(grantIn(line))))).toEqual([]);
  });

  it('has no reason for what is not granted any more', () => {
    const all = [...others.keys()].flatMap(more).map(grantIn);
    expect(beyondJourneys.filter(({ line }) => !all.some((one) => line.test(one)))).toEqual([]);
  });
});
