import { type Property, repeated, told } from './aftermath.ts';

/** Versions of each stream follow each other without a gap; a command commits to a stream once. */
export const streamsAreWhole: Property = ({ world: { commits } }) =>
  [...Map.groupBy(commits, ({ pk }) => pk)].flatMap(([stream, items]) => {
    const expected = [1, ...items.map(({ v }) => v + 1)].slice(0, -1);
    const starts = items.map(({ sk }) => sk);
    return [
      ...(starts.join() === expected.join() ? [] : [`${stream}: commits begin at ${starts}, not at ${expected}`]),
      ...repeated(items.map(({ c }) => c)).map((id) => `${stream}: the command ${id} committed twice`),
    ];
  });

/** A copy is with one loan at a time, comes back from that loan, and is there when it is lent. */
export const noCopyIsLentTwice: Property = ({ events }) => {
  const loanOf = new Map<string, string>();
  const there = new Set<string>();
  const lost = new Set<string>();
  const wrong: string[] = [];
  for (const event of events) {
    if (event.type === 'inventory.shelf-opened' || event.type === 'inventory.copies-added')
      for (const copyId of event.data.copyIds) {
        if (there.has(copyId)) wrong.push(`the copy ${copyId} came twice`);
        there.add(copyId);
      }
    if (event.type === 'inventory.copy-lost') {
      loanOf.delete(event.data.copyId);
      there.delete(event.data.copyId);
      lost.add(event.data.copyId);
    }
    if (event.type === 'inventory.copy-found' && lost.delete(event.data.copyId)) there.add(event.data.copyId);
    if (
      event.type === 'inventory.copy-withdrawn' &&
      (!(there.delete(event.data.copyId) || lost.delete(event.data.copyId)) || loanOf.has(event.data.copyId))
    )
      wrong.push(`the copy ${event.data.copyId} was withdrawn while it was not there`);
    if (event.type === 'lending.copy-lent') {
      const { copyId, loanId } = event.data;
      const other = loanOf.get(copyId);
      if (other !== undefined) wrong.push(`the copy ${copyId} is with ${other} and was lent to ${loanId}`);
      if (!there.has(copyId)) wrong.push(`the copy ${copyId} was lent to ${loanId} and does not exist`);
      loanOf.set(copyId, loanId);
    }
    if (event.type === 'lending.copy-brought-back') {
      const { copyId, loanId } = event.data;
      if (loanOf.get(copyId) !== loanId) wrong.push(`the copy ${copyId} came back from ${loanId}, which had it not`);
      loanOf.delete(copyId);
    }
  }
  return wrong;
};

/** An accepted request is in history exactly once, a refused one never, one without an answer at most once. */
export const answersAreTrue: Property = ({ world: { commits }, requests }) =>
  requests.flatMap(({ name, commandIds, end }) => {
    const ids = new Set(commandIds);
    const found = new Set(commits.filter(({ c }) => ids.has(c)).map(({ c }) => c)).size;
    // A hold that has ended is given up without a commit.
    const least = name === 'cancel-hold' ? 0 : 1;
    const right = { accepted: found >= least && found <= 1, rejected: found === 0, unknown: found <= 1 }[end.outcome];
    return right ? [] : [`${name} ${commandIds[0]} ended ${end.outcome} and was committed ${found} times`];
  });

/** What an accepted borrowing or return promised is what was written. */
export const promisesAreKept: Property = ({ events, requests }) => {
  const opened = new Set(told(events, 'lending.loan-opened').map(({ data }) => data.loanId));
  const returned = new Set(told(events, 'lending.loan-returned').map(({ data }) => data.loanId));
  return requests.flatMap(({ name, end }) => {
    if (end.outcome !== 'accepted' || typeof end.answer !== 'object' || !end.answer) return [];
    const loanId = 'loanId' in end.answer ? end.answer.loanId : undefined;
    const known: ReadonlySet<unknown> = name === 'borrow' ? opened : returned;
    return loanId === undefined || known.has(loanId) ? [] : [`${name} promised ${loanId}, which is not there`];
  });
};
