import { changeSeriesEndpoint } from '../catalogue/commands/change-series/endpoint.ts';
import { changeVolumeEndpoint } from '../catalogue/commands/change-volume/endpoint.ts';
import { createSeriesEndpoint } from '../catalogue/commands/create-series/endpoint.ts';
import { createVolumeEndpoint } from '../catalogue/commands/create-volume/endpoint.ts';
import { withdrawSeriesEndpoint } from '../catalogue/commands/withdraw-series/endpoint.ts';
import { withdrawVolumeEndpoint } from '../catalogue/commands/withdraw-volume/endpoint.ts';
import {
  listSeriesEndpoint,
  oneSeriesEndpoint,
  volumesOfSeriesEndpoint,
} from '../catalogue/queries/series/endpoints.ts';
import { listVolumesEndpoint, nextVolumesEndpoint, oneVolumeEndpoint } from '../catalogue/queries/volumes/endpoints.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { searchEndpoint } from '../search/projections/search-index/endpoint.ts';
import { openApiEndpoint } from './endpoint.ts';

/** Every route of the API, by domain. `tests/infra` holds it to the routes that are deployed. */
export const endpointsByDomain: Readonly<Record<string, readonly Endpoint[]>> = {
  catalogue: [
    listSeriesEndpoint,
    createSeriesEndpoint,
    oneSeriesEndpoint,
    changeSeriesEndpoint,
    withdrawSeriesEndpoint,
    volumesOfSeriesEndpoint,
    listVolumesEndpoint,
    createVolumeEndpoint,
    oneVolumeEndpoint,
    changeVolumeEndpoint,
    withdrawVolumeEndpoint,
    nextVolumesEndpoint,
  ],
  search: [searchEndpoint],
  openapi: [openApiEndpoint],
};

export const endpoints: readonly Endpoint[] = Object.values(endpointsByDomain).flat();
