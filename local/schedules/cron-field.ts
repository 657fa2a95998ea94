import { InvalidSchedule } from './invalid-schedule.ts';

/** The range of a cron field and the names that stand for numbers in it. */
export interface FieldRange {
  name: string;
  least: number;
  most: number;
  names?: readonly string[];
}

/** Reads lists, ranges, steps and names (`1,5-10/2`, `MON-FRI`, `0/15`) into the set of numbers meant. Throws an `InvalidSchedule`. */
export const fieldNumbers = (text: string, range: FieldRange): ReadonlySet<number> => {
  const numbers = new Set<number>();
  for (const part of text.split(',')) for (const number of partNumbers(part, range)) numbers.add(number);
  return numbers;
};

const partNumbers = (part: string, range: FieldRange): number[] => {
  const [span = '', stepText, ...more] = part.split('/');
  const step = stepText === undefined ? 1 : wholeNumber(stepText, range);
  if (more.length > 0 || step < 1) throw refused(part, range);
  const [first, last] = spanOf(span, stepText !== undefined, range);
  if (first > last) throw refused(part, range);
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
};

const spanOf = (span: string, stepped: boolean, range: FieldRange): readonly [number, number] => {
  if (span === '*' || span === '?') return [range.least, range.most];
  const [from = '', to, ...more] = span.split('-');
  if (more.length > 0) throw refused(span, range);
  const first = numberOf(from, range);
  return [first, to === undefined ? (stepped ? range.most : first) : numberOf(to, range)];
};

/** One number or name within the range. Throws an `InvalidSchedule`. */
export const numberOf = (text: string, range: FieldRange): number => {
  const named = range.names?.indexOf(text.toUpperCase()) ?? -1;
  const number = named < 0 ? wholeNumber(text, range) : named + range.least;
  if (number < range.least || number > range.most) throw refused(text, range);
  return number;
};

const wholeNumber = (text: string, range: FieldRange): number => {
  if (!/^\d{1,4}$/.test(text)) throw refused(text, range);
  return Number(text);
};

const refused = (text: string, { name }: FieldRange) =>
  new InvalidSchedule(`${text} is not valid as ${name} of a cron expression`);
