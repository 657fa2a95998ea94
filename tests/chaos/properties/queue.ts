import type { Recorded } from '../../../events/envelope.ts';
import type { ShelfEvent } from '../../../events/shelf.ts';
import { type Property, told } from './aftermath.ts';

export type ToldOfShelf = Recorded<ShelfEvent>;

const heldFor = (memberId: string) => `the hold of ${memberId}`;

/** What is wrong with the history of one shelf, found without asking any rule: who has each copy, and whose turn it is. */
export const wrongOnShelf = (story: readonly ToldOfShelf[]): readonly string[] => {
  const wrong: string[] = [];
  const owner = new Map<string, string>();
  let queue: { holdId: string; place: number }[] = [];
  const goes = (copyId: string, from: readonly string[], to: string, what: string) => {
    const now = owner.get(copyId) ?? 'nobody';
    if (!from.includes(now)) wrong.push(`${what}: ${copyId} is with ${now}`);
    owner.set(copyId, to);
  };
  const inTheHouse = (copyId: string) => {
    const now = owner.get(copyId) ?? '';
    return now.startsWith(heldFor('')) ? now : 'shelf';
  };
  for (const { type, data } of story) {
    switch (type) {
      case 'inventory.shelf-opened':
      case 'inventory.copies-added':
        for (const copyId of data.copyIds) goes(copyId, ['nobody'], 'shelf', type);
        break;
      case 'inventory.copy-withdrawn':
        goes(data.copyId, ['lost', inTheHouse(data.copyId)], 'withdrawn', type);
        break;
      case 'inventory.copy-lost':
        goes(data.copyId, [data.loanId ?? inTheHouse(data.copyId)], 'lost', type);
        break;
      case 'inventory.copy-found':
        goes(data.copyId, ['lost'], 'shelf', type);
        break;
      case 'lending.copy-lent':
        goes(data.copyId, ['shelf', heldFor(data.memberId)], data.loanId, type);
        break;
      case 'lending.copy-brought-back':
        goes(data.copyId, [data.loanId], 'shelf', type);
        break;
      case 'lending.hold-placed':
      case 'lending.hold-put-back':
        queue = [...queue, data].toSorted((a, b) => a.place - b.place);
        break;
      case 'lending.hold-offered':
        if (queue.shift()?.holdId !== data.holdId) wrong.push(`${data.holdId} was served before its turn`);
        goes(data.copyId, ['shelf'], heldFor(data.memberId), type);
        break;
      case 'lending.hold-expired':
        goes(data.copyId, [heldFor(data.memberId)], 'shelf', type);
        break;
      case 'lending.hold-cancelled':
        queue = queue.filter(({ holdId }) => holdId !== data.holdId);
        if (data.copyId !== null) goes(data.copyId, [heldFor(data.memberId)], 'shelf', type);
        break;
      case 'lending.hold-fulfilled':
        if (owner.get(data.copyId) !== data.loanId)
          wrong.push(`${data.holdId} was fulfilled with a copy of somebody else`);
    }
  }
  return wrong;
};

const isOfShelf = (event: Recorded): boolean => event.stream.split('#')[1] === 'shelf';

/** Whoever waits is served in turn, and a copy is in one place. */
export const firstComeFirstServed: Property = ({ events }) =>
  [...Map.groupBy(events.filter(isOfShelf), ({ stream }) => stream).values()].flatMap((story) =>
    wrongOnShelf(story as readonly Recorded[] as readonly ToldOfShelf[]),
  );

/** An offer that had run out when the last morning came is over. */
export const offersEndInTheMorning: Property = ({ events }) => {
  const morning = told(events, 'platform.day-began').at(-1)?.metadata.occurredAt ?? '';
  const standing = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'lending.hold-offered') standing.set(event.data.holdId, event.data.readyUntil);
    if (
      event.type === 'lending.hold-put-back' ||
      event.type === 'lending.hold-cancelled' ||
      event.type === 'lending.hold-expired' ||
      event.type === 'lending.hold-fulfilled'
    )
      standing.delete(event.data.holdId);
  }
  return [...standing]
    .filter(([, readyUntil]) => readyUntil <= morning)
    .map(([holdId, readyUntil]) => `${holdId} was offered until ${readyUntil} and still is on ${morning}`);
};
