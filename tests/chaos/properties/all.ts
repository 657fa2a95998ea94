import type { Aftermath, Property } from './aftermath.ts';
import { feesAreRight } from './charges.ts';
import { inboxesAreRight, mailsGoOutOnce, overdueLoansWereNoticed, reactionsCameOnce } from './effects.ts';
import { answersAreTrue, noCopyIsLentTwice, promisesAreKept, streamsAreWhole } from './history.ts';
import { garbageWasSetAside, nobodyIsStuck, nothingElseWasSetAside } from './progress.ts';
import { firstComeFirstServed, offersEndInTheMorning } from './queue.ts';
import { rankingsAddUp, stockAddsUp, viewsEqualTheFold } from './views.ts';

/** What must hold after every run, by name. */
const properties: Readonly<Record<string, Property>> = {
  'nobody is stuck': nobodyIsStuck,
  'garbage was set aside': garbageWasSetAside,
  'nothing else was set aside': nothingElseWasSetAside,
  'versions are contiguous, commits unique': streamsAreWhole,
  'no copy is lent twice': noCopyIsLentTwice,
  'first come, first served': firstComeFirstServed,
  'offers end in the morning': offersEndInTheMorning,
  'answers are true': answersAreTrue,
  'promises are kept': promisesAreKept,
  'every view equals the fold': viewsEqualTheFold,
  'stock adds up': stockAddsUp,
  'rankings add up': rankingsAddUp,
  'late fees come once': feesAreRight,
  'mails go out once': mailsGoOutOnce,
  'messages come once': inboxesAreRight,
  'reactions come once': reactionsCameOnce,
  'overdue loans were noticed': overdueLoansWereNoticed,
};

/** Everything that does not hold. */
export const violationsOf = async (after: Aftermath): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [name, holds] of Object.entries(properties))
    found.push(...(await judged(holds, after)).map((how) => `${name}: ${how.split('\n')[0]}`));
  return found;
};

/** What cannot even be read does not hold either. */
const judged = async (holds: Property, after: Aftermath): Promise<readonly string[]> => {
  try {
    return await holds(after);
  } catch (error) {
    return [`cannot be judged: ${String(error).replaceAll(/\s+/g, ' ')}`];
  }
};
