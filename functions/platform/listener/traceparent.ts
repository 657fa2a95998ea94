/** `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1` */
const X_RAY = /Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:.*?Parent=([0-9a-f]{16}))?(?:.*?Sampled=([01]))?/;
/** `00-{trace id}-{parent id}-{flags}`, W3C Trace Context. */
const W3C = /^00-([0-9a-f]{8})([0-9a-f]{24})-([0-9a-f]{16})-0([01])$/;

/** The W3C form of an X-Ray trace header; undefined when it names no trace with a parent. */
export const traceparentOf = (traceHeader: string): string | undefined => {
  const [, time, unique, parent, sampled = '0'] = X_RAY.exec(traceHeader) ?? [];
  return time && unique && parent ? `00-${time}${unique}-${parent}-0${sampled}` : undefined;
};

/** The X-Ray form of a `traceparent`; undefined when it is not one. */
export const traceHeaderOf = (traceparent: string): string | undefined => {
  const [, time, unique, parent, sampled] = W3C.exec(traceparent) ?? [];
  return time && unique ? `Root=1-${time}-${unique};Parent=${parent};Sampled=${sampled}` : undefined;
};
