import { parseArgs } from 'node:util';
import { stageNames, stageOf } from '../infra/stages.ts';
import { backbonesOf, billsOf, type Estimate, estimate, type Volume } from './cost/estimate.ts';
import { type JourneyName, journeyNames, type Measured, readMeasured } from './cost/measured.ts';
import { billText, comparisonText, dominatingText, footnotes, journeyTexts, measuredTexts } from './cost/report.ts';
import { resourcesOf } from './cost/stage-resources.ts';

const usage = `Prices the templates of a stage and the measured journeys.

  npm run cost -- [options]

  --stage <name>      ${stageNames.join(', ')} (default prod)
  --borrows <number>  borrows in a month (default 1000000)
  --orders <number>   orders in a month (default 10000)
  --backbone <name>   kafka or eventbridge; both where the stage may have both
  --measure           runs the journeys on this machine first, which should do nothing else, and keeps what they used
  --only <name>       with --measure, one journey: ${journeyNames.join(', ')}
`;

const { values } = parseArgs({
  options: {
    stage: { type: 'string', default: 'prod' },
    borrows: { type: 'string', default: '1000000' },
    orders: { type: 'string', default: '10000' },
    backbone: { type: 'string' },
    measure: { type: 'boolean', default: false },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const count = (text: string): number => {
  if (!/^\d{1,12}$/.test(text)) throw new Error(`a number is wanted, not "${text}"`);
  return Number(text);
};

const print = (...texts: readonly string[]): void => console.log(`${texts.join('\n')}\n`);

const chosen = (): readonly JourneyName[] => {
  const names = journeyNames.filter((name) => values.only === undefined || values.only === name);
  if (names.length === 0) throw new Error(`there is no journey ${values.only}`);
  return names;
};

/** Every backbone that is wanted and possible; throws when there is none. */
const estimates = (volume: Volume, measured: Measured): readonly Estimate[] => {
  const stage = stageOf(values.stage);
  const wanted = backbonesOf(stage).filter((one) => values.backbone === undefined || values.backbone === one);
  if (wanted.length === 0) throw new Error(`the stage ${stage.name} cannot have the backbone ${values.backbone}`);
  return wanted.map((backbone) => estimate({ stage, backbone, volume }, resourcesOf(stage.name, backbone), measured));
};

const report = (): void => {
  const measured = readMeasured();
  const volume = { borrows: count(values.borrows), orders: count(values.orders) };
  const all = estimates(volume, measured);
  for (const one of all) {
    for (const bill of billsOf(one)) print(billText(bill));
    print(dominatingText(billsOf(one)), ...journeyTexts(measured[one.backbone]));
  }
  print(comparisonText(all, volume));
  print(...all.flatMap(({ backbone }) => measuredTexts(backbone, measured)), ...footnotes);
};

try {
  if (values.help) console.log(usage);
  else {
    // Only measuring needs the local runtime.
    if (values.measure) await (await import('./cost/measure.ts')).measure(chosen());
    report();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
