import * as z from 'zod';
import type { MetricRegistry } from './metric-registry.ts';

const Directive = z.object({
  Namespace: z.string(),
  Dimensions: z.array(z.array(z.string())).default([[]]),
  Metrics: z.array(z.object({ Name: z.string(), Unit: z.string().default('None') })),
});
const EmbeddedMetrics = z.looseObject({ _aws: z.looseObject({ CloudWatchMetrics: z.array(Directive) }) });
const Values = z.union([z.number().transform((value) => [value]), z.array(z.number())]);
type Document = z.infer<typeof EmbeddedMetrics>;

const embeddedMetricsIn = (line: string): Document | undefined => {
  // Most lines are not metrics; parsing them all as JSON would cost more than the functions that wrote them.
  if (!line.includes('"_aws"')) return undefined;
  try {
    return EmbeddedMetrics.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

const labelsOf = (document: Document, dimensions: readonly string[]) =>
  Object.fromEntries(dimensions.map((name) => [name, String(document[name] ?? '')]));

/** Adds what a log line in CloudWatch's embedded metric format reports; any other line changes nothing. */
export const recordEmbeddedMetrics = (line: string, metrics: MetricRegistry): void => {
  const document = embeddedMetricsIn(line);
  for (const { Namespace, Dimensions, Metrics } of document?._aws.CloudWatchMetrics ?? [])
    for (const { Name } of Metrics)
      for (const value of Values.safeParse(document?.[Name]).data ?? [])
        for (const dimensions of Dimensions.length > 0 ? Dimensions : [[]])
          if (document) metrics.observe(`${Namespace}_${Name}`, labelsOf(document, dimensions), value);
};
