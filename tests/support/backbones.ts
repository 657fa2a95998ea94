/**
 * What a journey runs on: topics, and with `BACKBONES=all`, as in the nightly run, the bus alone too. Which listener hears
 * what in which order is the simulator's to try, and it tries both each time.
 */
export const backbones = (process.env.BACKBONES === 'all' ? ['kafka', 'eventbridge'] : ['kafka']) as readonly (
  | 'kafka'
  | 'eventbridge'
)[];
