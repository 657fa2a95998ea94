import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** A mail program's one click, and the page's button, send a form that only says so; the address holds all there is to know. */
export const withoutForm = (event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 => {
  if (!FORM.test(event.headers['content-type'] ?? '')) return event;
  const { body: _, ...rest } = event;
  return rest;
};
