import { circle, line, type Motif, path, range } from './drawing.ts';

/** The sun climbs a little with every volume. */
export const sunOverWaves: Motif = ({ palette, volume }) =>
  circle(130, 300 - ((volume * 26) % 210), 78, palette.light) +
  range(6)
    .map((row) => {
      const y = 270 + row * 32;
      const shift = row % 2 === 0 ? 0 : -40;
      const d = `M${shift} ${y}${range(6)
        .map(() => 'q20 -26 40 0t40 0')
        .join('')}V460H${shift}Z`;
      return path(d, row % 2 === 0 ? palette.middle : palette.deep);
    })
    .join('');

export const cloudBars: Motif = ({ palette, spread, volume }) =>
  circle(110 + ((volume * 37) % 130), 110, 62, palette.light) +
  range(9)
    .map((row) => {
      const width = 150 + ((spread >>> row) % 5) * 34;
      const x = ((spread >>> (row + 3)) % 7) * 42 - 60 + (volume % 4) * 9;
      const fill = [palette.deep, palette.middle, palette.paper][row % 3] ?? palette.deep;
      return `<rect x="${x}" y="${140 + row * 34}" width="${width}" height="26" rx="13" fill="${fill}"/>`;
    })
    .join('');

export const layeredPeaks: Motif = ({ palette, spread, volume }) =>
  circle(90 + (volume % 6) * 28, 96, 44, palette.light) +
  [palette.middle, palette.deep, palette.middle, palette.deep]
    .map((fill, layer) => {
      const top = 150 + layer * 70;
      const peak = 60 + ((spread >>> (layer * 3)) % 6) * 52;
      return `<g opacity="${0.55 + layer * 0.15}">${path(`M-20 460V${top + 90}L${peak} ${top}L${peak + 90} ${top + 84}L${peak + 170} ${top + 30}L420 ${top + 120}V460Z`, fill)}</g>`;
    })
    .join('');

export const rails: Motif = ({ palette, volume }) => {
  const vanishing = 90 + ((volume * 41) % 160);
  return (
    circle(vanishing, 128, 52, palette.light) +
    path('M-10 150H410V460H-10Z', palette.middle) +
    range(9)
      .map(
        (sleeper) =>
          `<rect x="${vanishing - 14 - sleeper * 22}" y="${160 + sleeper * sleeper * 4.2}" width="${28 + sleeper * 44}" height="${4 + sleeper * 1.6}" fill="${palette.deep}"/>`,
      )
      .join('') +
    line(`M${vanishing - 6} 150L${vanishing - 130} 470`, palette.paper, 7) +
    line(`M${vanishing + 6} 150L${vanishing + 130} 470`, palette.paper, 7)
  );
};
