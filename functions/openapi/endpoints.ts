import { changeProfileEndpoint } from '../accounts/commands/change-profile/endpoint.ts';
import { changeRolesEndpoint } from '../accounts/commands/change-roles/endpoint.ts';
import { deleteAccountEndpoint } from '../accounts/commands/delete-account/endpoint.ts';
import { loginEndpoint } from '../accounts/commands/login/endpoint.ts';
import { logoutEndpoint } from '../accounts/commands/logout/endpoint.ts';
import { refreshEndpoint } from '../accounts/commands/refresh/endpoint.ts';
import { registerEndpoint } from '../accounts/commands/register/endpoint.ts';
import {
  gitHubAuthorizeEndpoint,
  gitHubCallbackEndpoint,
  googleAuthorizeEndpoint,
  googleCallbackEndpoint,
} from '../accounts/commands/sign-in-with/endpoints.ts';
import { avatarEndpoint } from '../accounts/queries/avatar/endpoint.ts';
import { issuerEndpoint, jwksEndpoint } from '../accounts/queries/keys/endpoints.ts';
import { meEndpoint } from '../accounts/queries/me/endpoint.ts';
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
import { deleteCommentEndpoint } from '../comments/commands/delete-comment/endpoint.ts';
import { editCommentEndpoint } from '../comments/commands/edit-comment/endpoint.ts';
import { postCommentEndpoint } from '../comments/commands/post-comment/endpoint.ts';
import { commentsOfVolumeEndpoint, ownCommentsEndpoint } from '../comments/queries/comments/endpoints.ts';
import { addCopiesEndpoint } from '../inventory/commands/add-copies/endpoint.ts';
import { findCopyEndpoint } from '../inventory/commands/find-copy/endpoint.ts';
import { loseCopyEndpoint } from '../inventory/commands/lose-copy/endpoint.ts';
import { withdrawCopyEndpoint } from '../inventory/commands/withdraw-copy/endpoint.ts';
import { availabilityEndpoint, copiesEndpoint } from '../inventory/projections/availability/endpoints.ts';
import { borrowEndpoint } from '../lending/commands/borrow/endpoint.ts';
import { cancelHoldEndpoint } from '../lending/commands/cancel-hold/endpoint.ts';
import { giveBackEndpoint } from '../lending/commands/give-back/endpoint.ts';
import { placeHoldEndpoint } from '../lending/commands/place-hold/endpoint.ts';
import { renewEndpoint } from '../lending/commands/renew/endpoint.ts';
import { ownHoldsEndpoint } from '../lending/projections/holds/endpoint.ts';
import { loanEndpoint } from '../lending/projections/loan-sheet/endpoint.ts';
import { reinstateCardEndpoint } from '../membership/commands/reinstate-card/endpoint.ts';
import { renewCardEndpoint } from '../membership/commands/renew-card/endpoint.ts';
import { suspendCardEndpoint } from '../membership/commands/suspend-card/endpoint.ts';
import { ownCardEndpoint } from '../membership/projections/member-card/endpoint.ts';
import { readAllNotificationsEndpoint } from '../notifications/commands/read-all-notifications/endpoint.ts';
import { readNotificationEndpoint } from '../notifications/commands/read-notification/endpoint.ts';
import { unsubscribeEndpoint } from '../notifications/commands/unsubscribe/endpoint.ts';
import { notificationsEndpoint } from '../notifications/queries/notifications/endpoint.ts';
import { askUnsubscribeEndpoint } from '../notifications/queries/unsubscribe/endpoint.ts';
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
import { searchEndpoint } from '../search/projections/search-index/endpoint.ts';
import { adjustStockEndpoint } from '../shop/commands/adjust-stock/endpoint.ts';
import { cancelOrderEndpoint } from '../shop/commands/cancel-order/endpoint.ts';
import { changeCategoryEndpoint } from '../shop/commands/change-category/endpoint.ts';
import { changeProductEndpoint } from '../shop/commands/change-product/endpoint.ts';
import { createCategoryEndpoint } from '../shop/commands/create-category/endpoint.ts';
import { createProductEndpoint } from '../shop/commands/create-product/endpoint.ts';
import { deleteCategoryEndpoint } from '../shop/commands/delete-category/endpoint.ts';
import { placeOrderEndpoint } from '../shop/commands/place-order/endpoint.ts';
import { setAlertLevelEndpoint } from '../shop/commands/set-alert-level/endpoint.ts';
import { withdrawProductEndpoint } from '../shop/commands/withdraw-product/endpoint.ts';
import { listCategoriesEndpoint, oneCategoryEndpoint } from '../shop/queries/categories/endpoints.ts';
import { orderReportEndpoint, orderStatisticsEndpoint } from '../shop/queries/order-statistics/endpoints.ts';
import { orderEndpoint, ordersEndpoint, ownOrdersEndpoint } from '../shop/queries/orders/endpoints.ts';
import {
  listProductsEndpoint,
  lowStockEndpoint,
  oneProductEndpoint,
  stockHistoryEndpoint,
} from '../shop/queries/products/endpoints.ts';
import { openApiEndpoint } from './endpoint.ts';

/** Every route of the API, by domain. `tests/infra` holds it to the routes that are deployed. */
export const endpointsByDomain: Readonly<Record<string, readonly Endpoint[]>> = {
  accounts: [
    jwksEndpoint,
    issuerEndpoint,
    gitHubAuthorizeEndpoint,
    gitHubCallbackEndpoint,
    googleAuthorizeEndpoint,
    googleCallbackEndpoint,
    loginEndpoint,
    logoutEndpoint,
    refreshEndpoint,
    registerEndpoint,
    avatarEndpoint,
    meEndpoint,
    changeProfileEndpoint,
    deleteAccountEndpoint,
    changeRolesEndpoint,
  ],
  membership: [ownCardEndpoint, renewCardEndpoint, reinstateCardEndpoint, suspendCardEndpoint],
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
  inventory: [
    withdrawCopyEndpoint,
    findCopyEndpoint,
    loseCopyEndpoint,
    availabilityEndpoint,
    copiesEndpoint,
    addCopiesEndpoint,
  ],
  lending: [
    placeHoldEndpoint,
    cancelHoldEndpoint,
    borrowEndpoint,
    loanEndpoint,
    renewEndpoint,
    giveBackEndpoint,
    ownHoldsEndpoint,
  ],
  records: [recordsEndpoint, recordsCsvEndpoint],
  rankings: [rankingEndpoint],
  comments: [
    editCommentEndpoint,
    deleteCommentEndpoint,
    ownCommentsEndpoint,
    commentsOfVolumeEndpoint,
    postCommentEndpoint,
  ],
  shop: [
    listCategoriesEndpoint,
    createCategoryEndpoint,
    oneCategoryEndpoint,
    changeCategoryEndpoint,
    deleteCategoryEndpoint,
    listProductsEndpoint,
    createProductEndpoint,
    lowStockEndpoint,
    oneProductEndpoint,
    changeProductEndpoint,
    withdrawProductEndpoint,
    adjustStockEndpoint,
    setAlertLevelEndpoint,
    stockHistoryEndpoint,
  ],
  notifications: [
    notificationsEndpoint,
    readAllNotificationsEndpoint,
    readNotificationEndpoint,
    askUnsubscribeEndpoint,
    unsubscribeEndpoint,
  ],
  operations: [
    deadLettersEndpoint,
    redriveDeadLettersEndpoint,
    removeDeadLetterEndpoint,
    redriveDeadLetterEndpoint,
    projectionsEndpoint,
    rebuildProjectionEndpoint,
    cancelRebuildEndpoint,
    verifyProjectionEndpoint,
  ],
  orders: [
    ordersEndpoint,
    placeOrderEndpoint,
    ownOrdersEndpoint,
    orderEndpoint,
    cancelOrderEndpoint,
    orderStatisticsEndpoint,
    orderReportEndpoint,
  ],
  openapi: [openApiEndpoint],
};

export const endpoints: readonly Endpoint[] = Object.values(endpointsByDomain).flat();
