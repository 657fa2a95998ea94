import { deleteCommentEndpoint } from '../comments/commands/delete-comment/endpoint.ts';
import { editCommentEndpoint } from '../comments/commands/edit-comment/endpoint.ts';
import { postCommentEndpoint } from '../comments/commands/post-comment/endpoint.ts';
import { commentsOfVolumeEndpoint, ownCommentsEndpoint } from '../comments/queries/comments/endpoints.ts';
import { readAllNotificationsEndpoint } from '../notifications/commands/read-all-notifications/endpoint.ts';
import { readNotificationEndpoint } from '../notifications/commands/read-notification/endpoint.ts';
import { notificationsEndpoint } from '../notifications/queries/notifications/endpoint.ts';
import { askUnsubscribeEndpoint, unsubscribeEndpoint } from '../notifications/unsubscribe-endpoints.ts';
import { cancelRebuildEndpoint } from '../operations/commands/cancel-rebuild/endpoint.ts';
import { rebuildProjectionEndpoint } from '../operations/commands/rebuild-projection/endpoint.ts';
import { redriveDeadLetterEndpoint } from '../operations/commands/redrive-dead-letter/endpoint.ts';
import { redriveDeadLettersEndpoint } from '../operations/commands/redrive-dead-letters/endpoint.ts';
import { removeDeadLetterEndpoint } from '../operations/commands/remove-dead-letter/endpoint.ts';
import { verifyProjectionEndpoint } from '../operations/commands/verify-projection/endpoint.ts';
import { deadLettersEndpoint } from '../operations/queries/dead-letters/endpoint.ts';
import { projectionsEndpoint } from '../operations/queries/projections/endpoint.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { rankingEndpoint } from '../rankings/projections/ranking/endpoint.ts';
import { recordsCsvEndpoint, recordsEndpoint } from '../records/projections/records/endpoints.ts';
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
  records: [recordsEndpoint, recordsCsvEndpoint],
  rankings: [rankingEndpoint],
  notifications: [
    notificationsEndpoint,
    readNotificationEndpoint,
    readAllNotificationsEndpoint,
    askUnsubscribeEndpoint,
    unsubscribeEndpoint,
  ],
  operations: [
    projectionsEndpoint,
    rebuildProjectionEndpoint,
    cancelRebuildEndpoint,
    verifyProjectionEndpoint,
    deadLettersEndpoint,
    redriveDeadLetterEndpoint,
    redriveDeadLettersEndpoint,
    removeDeadLetterEndpoint,
  ],
  openapi: [openApiEndpoint],
};

export const endpoints: readonly Endpoint[] = Object.values(endpointsByDomain).flat();
