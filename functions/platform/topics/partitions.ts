/** Partitions of each topic on MSK: what one mapping may work on side by side, and what is paid for by the hour. */
export const PARTITIONS = 6;
