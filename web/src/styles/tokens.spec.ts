import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media');

const coloursOf = (part: string): Record<string, string> =>
  Object.fromEntries(
    [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );

/** Relative luminance as WCAG 2.2 defines it. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

const pairs = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['faded', 'paper'],
  ['faded', 'sheet'],
  ['accent', 'paper'],
  ['accent', 'sheet'],
  ['accent-ink', 'accent'],
  ['good', 'good-sheet'],
  ['good', 'paper'],
  ['bad', 'bad-sheet'],
  ['bad', 'paper'],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours', (_, part) => {
  it.each(pairs)('set %s on %s with a contrast of at least 4.5', (text, ground) => {
    const colours = coloursOf(part);
    expect(contrast(colours[text] ?? '#000000', colours[ground] ?? '#000000')).toBeGreaterThanOrEqual(4.5);
  });
});
