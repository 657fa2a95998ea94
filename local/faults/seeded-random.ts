/** Gives numbers from 0 to below 1, the same ones for the same seed. */
export type Random = () => number;

/** FNV-1a, so that neighbouring seeds begin far from each other. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
};

/** A generator of its own for each name under one seed (mulberry32). */
export const seededRandom = (seed: number, name: string): Random => {
  let state = hashOf(`${seed} ${name}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
