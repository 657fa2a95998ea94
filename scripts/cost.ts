import { parseArgs } from 'node:util';
import { stageNames, stageOf } from '../infra/stages.ts';
import { backbonesOf, type Estimate, estimate } from './cost/estimate.ts';
import { readMeasured } from './cost/measured.ts';
import { billText, comparisonText, dominatingText, footnotes, perJourneyText } from './cost/report.ts';
import { resourcesOf } from './cost/stage-resources.ts';

const usage = `Prices the templates of a stage and the measured journeys.

  npm run cost -- [options]

  --stage <name>      ${stageNames.join(', ')} (default prod)
  --borrows <number>  borrows in a month (default 1000000)
  --orders <number>   orders in a month (default 10000)
  --backbone <name>   kafka or eventbridge; both where the stage may have both
  --measure           runs the journeys on this machine first, and keeps what they used
`;

const { values } = parseArgs({
  options: {
    stage: { type: 'string', default: 'prod' },
    borrows: { type: 'string', default: '1000000' },
    orders: { type: 'string', default: '10000' },
    backbone: { type: 'string' },
    measure: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const count = (text: string): number => {
  if (!/^\d{1,12}$/.test(text)) throw new Error(`a number is wanted, not "${text}"`);
  return Number(text);
};

const print = (...texts: readonly string[]): void => console.log(`${texts.join('\n')}\n`);

const report = (): void => {
  const measured = readMeasured();
  const volume = { borrows: count(values.borrows), orders: count(values.orders) };
  const stage = stageOf(values.stage);
  const wanted = backbonesOf(stage).filter((one) => values.backbone === undefined || values.backbone === one);
  if (wanted.length === 0) throw new Error(`the stage ${stage.name} cannot have the backbone ${values.backbone}`);
  const estimates = wanted.map(
    (backbone): Estimate => estimate({ stage, backbone, volume }, resourcesOf(stage.name, backbone), measured),
  );
  for (const { backbone, floor, borrows, orders } of estimates) {
    const bills = [floor, borrows, ...(orders ? [orders] : [])];
    for (const one of bills) print(billText(one));
    const { times, used } = measured[backbone].journeys.borrow;
    print(
      dominatingText(bills),
      'One borrow, as measured:',
      perJourneyText('write units', used['write-units'], times),
      perJourneyText('read units', used['read-units'], times),
      perJourneyText('invocations', used.invocations, times),
    );
  }
  print(comparisonText(estimates, volume));
  print(`Measured ${measured.measuredAt} on ${measured.machine} (npm run cost -- --measure).`, ...footnotes);
};

try {
  if (values.help) console.log(usage);
  else {
    // Only measuring needs the local runtime.
    if (values.measure) await (await import('./cost/measure.ts')).measure();
    report();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
