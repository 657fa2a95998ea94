import { circle, type Motif, path, range, ring } from './drawing.ts';

export const ripples: Motif = ({ palette, volume }) => {
  const [x, y] = [90 + ((volume * 53) % 200), 180 + ((volume * 29) % 110)];
  return (
    range(11)
      .map((step) => ring(x, y, 26 + step * 30, step % 3 === 0 ? palette.deep : palette.middle, step % 3 === 0 ? 9 : 4))
      .join('') + circle(x, y, 17, palette.light)
  );
};

/** Overlapping scales of waves, one in eleven of them lit, others in each volume. */
export const blueSeaWaves: Motif = ({ palette, volume }) => {
  const scale = (id: string, colour: string, core: string): string =>
    `<g id="${id}">${circle(0, 0, 46, palette.paper)}${circle(0, 0, 40, colour)}${circle(0, 0, 28, palette.paper)}${circle(0, 0, 22, core)}</g>`;
  const scales = range(9).flatMap((row) =>
    range(6).map((column) => {
      const id = (row * 6 + column) % 11 === volume % 11 ? 'l' : 'w';
      return `<use href="#${id}" x="${column * 80 + (row % 2) * 40 - 10}" y="${60 + row * 50}"/>`;
    }),
  );
  return `<defs>${scale('w', palette.middle, palette.deep)}${scale('l', palette.light, palette.light)}</defs>${scales.join('')}`;
};

export const foldedPaper: Motif = ({ palette, spread, volume }) =>
  range(30)
    .map((cell) => {
      const [x, y] = [(cell % 5) * 80, Math.floor(cell / 5) * 76];
      const turn = ((spread >>> (cell % 13)) + volume + cell) % 4;
      const corners = [`${x} ${y}`, `${x + 80} ${y}`, `${x + 80} ${y + 76}`, `${x} ${y + 76}`];
      const three = corners.filter((_, index) => index !== turn).join('L');
      const fill = [palette.deep, palette.middle, palette.light, palette.middle, palette.paper][(cell * 3 + turn) % 5];
      return path(`M${three}Z`, fill ?? palette.deep);
    })
    .join('');

/** Dots that grow towards a lit heart, which wanders from volume to volume. */
export const growingDots: Motif = ({ palette, volume }) => {
  const dots = range(80).map((dot) => {
    const [column, row] = [dot % 8, Math.floor(dot / 8)];
    const distance = Math.hypot(column - 1 - (volume % 5), row - 4);
    const fill = distance < 1.5 ? 'light' : row % 2 === 0 ? 'deep' : 'middle';
    return { fill, d: `M${26 + column * 50} ${22 + row * 46}h0`, width: Math.max(8, Math.round(44 - distance * 7)) };
  });
  return (['deep', 'middle', 'light'] as const)
    .map((tone) => {
      const own = dots
        .filter(({ fill }) => fill === tone)
        .map(({ d, width }) => `<path d="${d}" stroke-width="${width}"/>`);
      return `<g stroke="${palette[tone]}" stroke-linecap="round">${own.join('')}</g>`;
    })
    .join('');
};
