import type { DeadLetter } from '../../../functions/platform/dead-letters/port.ts';
import type { World } from '../world.ts';
import type { Property } from './aftermath.ts';

/** Every stream, topic and queue is at its end, and every client has its answer. */
export const nobodyIsStuck: Property = ({ system, waiting }) => [
  ...system.backlog(),
  ...waiting.map((name) => `${name} still waits`),
];

/** What nobody can understand was set aside by each who got it, once, and by nobody else. */
export const garbageWasSetAside: Property = ({ world: { deadLetters }, poisoned }) => {
  const garbage = deadLetters
    .dead()
    .filter(isGarbage)
    .map(({ consumer }) => consumer);
  const [found, expected] = [garbage.toSorted().join(), poisoned.toSorted().join()];
  return found === expected ? [] : [`by ${found || 'nobody'}, not by ${expected || 'nobody'}`];
};

/** Nothing else was set aside without a reason, and whatever was has been taken when it was sent again. */
export const nothingElseWasSetAside: Property = ({ world, system }) => [
  ...world.setAside.filter((letter) => !isGarbage(letter) && !hasReason(world, letter)).map(shown),
  ...world.deadLetters
    .dead()
    .filter((letter) => !isGarbage(letter))
    .map((letter) => `still: ${shown(letter)}`),
  ...system.feeds.flatMap(({ givenUp }) => givenUp.map((name) => `given up: ${name}`)),
];

const isGarbage = ({ recordId, origin }: DeadLetter) => recordId === origin;
const shown = ({ consumer, recordId, reason }: DeadLetter) => `${consumer} set ${recordId} aside: ${reason}`;

/** The event its listener could not take. */
const hasReason = ({ sick }: World, { consumer, recordId }: DeadLetter) =>
  consumer === sick.listener && recordId === sick.eventId;
