/** The colours of one series: ground behind everything, two tones for the motif, one light, and the colour of paper. */
export interface Palette {
  ground: string;
  deep: string;
  middle: string;
  light: string;
  paper: string;
}

const lighthouse: Palette = {
  ground: '#e9dfc9',
  deep: '#1d3a4f',
  middle: '#3f7289',
  light: '#d9643a',
  paper: '#faf5e9',
};

/** Text is set in `paper` on `deep` and in `deep` on `paper`; every pair keeps a contrast of at least 7 to 1. */
export const palettes: readonly Palette[] = [
  lighthouse,
  { ground: '#f0d9c4', deep: '#5a1f2b', middle: '#b5474f', light: '#f2b45c', paper: '#fdf6ea' },
  { ground: '#dfe6d5', deep: '#20402f', middle: '#5b8560', light: '#e6b655', paper: '#f8f7ea' },
  { ground: '#25304f', deep: '#141b33', middle: '#51639b', light: '#f1cf7a', paper: '#f6f1e3' },
  { ground: '#e8d7e0', deep: '#43264f', middle: '#8d62a0', light: '#ef9d87', paper: '#fbf4f5' },
  { ground: '#f4e3b2', deep: '#4a2e12', middle: '#c27a2c', light: '#e8653a', paper: '#fdf8e6' },
  { ground: '#d3e4e6', deep: '#143f48', middle: '#3d8c92', light: '#f0836a', paper: '#f4faf7' },
  { ground: '#3a2430', deep: '#26141e', middle: '#94465a', light: '#f3bd8c', paper: '#f9efe3' },
  { ground: '#e4e1da', deep: '#2b2b2e', middle: '#83807a', light: '#e0503f', paper: '#faf8f2' },
  { ground: '#1f4544', deep: '#0f2b2c', middle: '#3f7f76', light: '#eecb8b', paper: '#f3f1e2' },
  { ground: '#f6ded6', deep: '#2f3558', middle: '#c2657a', light: '#f4a94e', paper: '#fdf5f0' },
  { ground: '#dbe0ee', deep: '#283a78', middle: '#6d86c4', light: '#e9c64f', paper: '#f7f8fc' },
];

/** The colours that belong to a number. */
export const paletteOf = (spread: number): Palette => palettes[spread % palettes.length] ?? lighthouse;
