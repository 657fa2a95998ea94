/**
 * What CloudFront runs before it asks an origin, as JavaScript of its own runtime: text, since nothing of ours is bundled for
 * it. Each is run by `tests/infra/web.spec.ts`.
 */

/** A page that is no file is `index.html`: the application finds the route. A missing file stays missing. */
export const singlePage = `function handler(event) {
  var request = event.request;
  var name = request.uri.split('/').pop();
  if (name.indexOf('.') < 0) request.uri = '/index.html';
  return request;
}
`;

/** Says whom CloudFront saw; what somebody else said under that name is lost. */
export const sayViewer = (header: string): string => `function handler(event) {
  var request = event.request;
  request.headers['${header}'] = { value: event.viewer.ip };
  return request;
}
`;
