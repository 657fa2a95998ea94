import type { Motif } from './cover-motifs/drawing.ts';
import { type MotifName, motifs } from './cover-motifs.ts';
import { paletteOf } from './cover-palettes.ts';
import { spreadOf } from './spread.ts';

/** What is printed on a cover; the cover of a whole series has no number. */
export interface Cover {
  slug: string;
  title: string;
  titleEn: string;
  author: string;
  number?: number;
  /** Left out, the slug decides. */
  motif?: MotifName;
}

const SERIF = "'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP','Noto Serif JP',Georgia,serif";

/** Where the cover of a series, or of one of its volumes, is found on this site. */
export const coverPath = (slug: string, number?: number): string =>
  number === undefined ? `/covers/${slug}.svg` : `/covers/${slug}-${number}.svg`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Breaks at spaces, so that no line is longer than `width` characters unless one word is. */
const linesOf = (text: string, width: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
};

/** The vertical title slip of a Japanese book, as long as the title. */
const titleSlip = (title: string, ink: string, paper: string): string => {
  const size = Math.min(38, Math.floor(350 / [...title].length));
  const length = [...title].length * (size + 2) + 36;
  return (
    `<rect x="302" y="28" width="70" height="${length}" fill="${paper}"/>` +
    `<rect x="307" y="33" width="60" height="${length - 10}" fill="none" stroke="${ink}" stroke-width="1.5"/>` +
    `<text x="337" y="46" writing-mode="vertical-rl" font-size="${size}" letter-spacing="2" fill="${ink}">${escapeXml(title)}</text>`
  );
};

const colophon = ({ titleEn, author, number }: Cover, ink: string, accent: string): string => {
  const lines = linesOf(titleEn, 22);
  const left = number === undefined ? 30 : number < 10 ? 112 : 150;
  const top = 524 - (lines.length - 1) * 12;
  const title = lines
    .map((text, index) => `<text x="${left}" y="${top + index * 24}" font-size="20">${escapeXml(text)}</text>`)
    .join('');
  const numeral =
    number === undefined
      ? ''
      : `<text x="28" y="566" font-size="104" letter-spacing="-4" fill="${accent}">${number}</text>`;
  return `${numeral}<g fill="${ink}">${title}<text x="${left}" y="${top + lines.length * 24 + 6}" font-size="15" opacity="0.82">${escapeXml(author)}</text></g>`;
};

const motifOf = (spread: number): Motif => {
  const all = Object.values(motifs);
  return all[(spread >>> 7) % all.length] ?? motifs.ripples;
};

/** Draws a cover of 400 by 600 units; the same cover for the same words. */
export const coverSvg = (cover: Cover): string => {
  const spread = spreadOf(cover.slug);
  const palette = paletteOf(spread);
  const motif = cover.motif === undefined ? motifOf(spread) : motifs[cover.motif];
  const volume = cover.number ?? 0;
  const name = cover.number === undefined ? cover.title : `${cover.title} ${cover.number}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 600" role="img" font-family="${SERIF}">` +
    `<title>${escapeXml(name)}</title><rect width="400" height="600" fill="${palette.ground}"/>` +
    `${motif({ palette, spread: spreadOf(`${cover.slug}-${volume}`), volume })}` +
    `<rect y="450" width="400" height="150" fill="${palette.deep}"/><rect y="450" width="400" height="4" fill="${palette.light}"/>` +
    `${titleSlip(cover.title, palette.deep, palette.paper)}${colophon(cover, palette.paper, palette.light)}</svg>`
  );
};
