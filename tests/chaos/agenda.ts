/** Something that is due at a moment of virtual time. */
export interface Due {
  at: number;
  /** Counts up; of two things due at once the one noted first comes first. */
  order: number;
}

const isBefore = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** What is due, the earliest first: a binary heap. */
export const agenda = <Item extends Due>() => {
  const items: Item[] = [];
  const swap = (a: number, b: number) => {
    [items[a], items[b]] = [items[b] as Item, items[a] as Item];
  };
  const comesBefore = (a: number, b: number) => isBefore(items[a] as Item, items[b] as Item);
  const sink = () => {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let first = at;
      if (left < items.length && comesBefore(left, first)) first = left;
      if (right < items.length && comesBefore(right, first)) first = right;
      if (first === at) return;
      swap(at, first);
      at = first;
    }
  };
  return {
    put(item: Item): void {
      items.push(item);
      for (let at = items.length - 1; at > 0; ) {
        const above = (at - 1) >> 1;
        if (!comesBefore(at, above)) return;
        swap(at, above);
        at = above;
      }
    },
    take(): Item | undefined {
      const first = items[0];
      const last = items.pop();
      if (last && items.length > 0) {
        items[0] = last;
        sink();
      }
      return first;
    },
  };
};
