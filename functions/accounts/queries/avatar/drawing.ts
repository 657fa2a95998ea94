import { minidenticon } from 'minidenticons';

const SATURATION = 55;
const LIGHTNESS = 45;

/** The drawing of an id, the same each time. Any id has one: whether it is a member's, a drawing does not tell. */
export const drawingOf = (file: string): string => minidenticon(file.replace(/\.svg$/, ''), SATURATION, LIGHTNESS);
