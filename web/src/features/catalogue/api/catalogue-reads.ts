/** Reads that must have seen a change of the catalogue. */
export const CATALOGUE_READS = ['/api/series', '/api/volumes'] as const;

/** What is drawn from the catalogue. */
export const catalogueQueries = [['series'], ['volumes']] as const;
