import { deleteCommentEndpoint } from '../comments/commands/delete-comment/endpoint.ts';
import { editCommentEndpoint } from '../comments/commands/edit-comment/endpoint.ts';
import { postCommentEndpoint } from '../comments/commands/post-comment/endpoint.ts';
import { commentsOfVolumeEndpoint, ownCommentsEndpoint } from '../comments/queries/comments/endpoints.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { openApiEndpoint } from './endpoint.ts';

/** Every route of the API, by domain. `tests/infra` holds it to the routes that are deployed. */
export const endpointsByDomain: Readonly<Record<string, readonly Endpoint[]>> = {
  comments: [
    commentsOfVolumeEndpoint,
    postCommentEndpoint,
    editCommentEndpoint,
    deleteCommentEndpoint,
    ownCommentsEndpoint,
  ],
  openapi: [openApiEndpoint],
};

export const endpoints: readonly Endpoint[] = Object.values(endpointsByDomain).flat();
