import { circle, line, type Motif, path, range } from './drawing.ts';

export const rainAndUmbrella: Motif = ({ palette, spread, volume }) =>
  range(26)
    .map((drop) => {
      const [x, y] = [(drop * 61 + spread) % 420, (drop * 97 + volume * 31) % 400];
      return line(`M${x} ${y}l-14 46`, drop % 4 === 0 ? palette.light : palette.middle, 5);
    })
    .join('') +
  path('M40 330a130 130 0 0 1 260 0q-32 -26 -65 0q-32 -26 -65 0q-32 -26 -65 0q-32 -26 -65 0Z', palette.deep) +
  line('M170 200V400q0 24 22 24t22 -22', palette.deep, 8);

/** A house of twenty windows; as many are lit as the volume's number. */
export const litWindows: Motif = ({ palette, spread, volume }) =>
  `<rect x="36" y="60" width="232" height="400" fill="${palette.deep}"/>` +
  range(20)
    .map((window) => {
      const lit = (window * 7 + spread) % 20 < volume;
      const [x, y] = [58 + (window % 4) * 50, 86 + Math.floor(window / 4) * 70];
      return `<rect x="${x}" y="${y}" width="36" height="50" rx="3" fill="${lit ? palette.light : palette.middle}"/>`;
    })
    .join('');

export const leaves: Motif = ({ palette, spread, volume }) =>
  line('M150 470C140 330 180 190 150 30', palette.deep, 8) +
  range(9)
    .map((leaf) => {
      const side = leaf % 2 === 0 ? 1 : -1;
      const [x, y] = [152, 400 - leaf * 42];
      const reach = side * (80 + ((spread >>> leaf) % 4) * 16);
      const fill = leaf === volume % 9 ? palette.light : leaf % 3 === 0 ? palette.deep : palette.middle;
      return path(`M${x} ${y}q${reach * 0.4} -62 ${reach} -50q${-reach * 0.3} 62 ${-reach} 50Z`, fill);
    })
    .join('');

/** The hour hand points at the volume's number. */
export const clockFace: Motif = ({ palette, volume }) => {
  const hand = (turn: number, length: number, width: number, colour: string): string =>
    `<g transform="rotate(${turn} 150 232)">${line(`M150 232V${232 - length}`, colour, width)}</g>`;
  return (
    circle(150, 232, 178, palette.middle) +
    circle(150, 232, 150, palette.paper) +
    range(12)
      .map(
        (hour) =>
          `<g transform="rotate(${hour * 30} 150 232)">${line(`M150 98V${hour % 3 === 0 ? 124 : 110}`, palette.deep, 7)}</g>`,
      )
      .join('') +
    hand(volume * 30, 74, 13, palette.deep) +
    hand((volume * 84) % 360, 112, 7, palette.light) +
    circle(150, 232, 13, palette.deep)
  );
};
