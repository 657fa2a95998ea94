import * as z from 'zod';
import { templateBoolean } from '../event-sources/mapping-numbers.ts';
import type { Resource } from '../ports.ts';

const Identity = z.object({ EmailIdentity: z.string() });
const Destination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: templateBoolean.default(true),
    MatchingEventTypes: z.array(z.string()).default([]),
    EventBridgeDestination: z.object({ EventBusArn: z.string() }).optional(),
  }),
});

/** What the template says of mail. */
export interface SesTemplate {
  /** The identity that an address belongs to: itself or its domain; undefined when there is none. */
  identityOf(address: string): string | undefined;
  hasConfigurationSet(name: string): boolean;
  /** ARNs of the buses that want to hear of mails sent with a configuration set. */
  busesFor(configurationSet: string): readonly string[];
}

/** Reads identities, configuration sets and their event destinations. Throws a ZodError for malformed ones. */
export const sesTemplate = (resources: readonly Resource[]): SesTemplate => {
  const of = (wanted: string) => resources.filter(({ type }) => type === wanted);
  const identities = of('AWS::SES::EmailIdentity').map(({ properties }) => Identity.parse(properties).EmailIdentity);
  const sets = new Set(of('AWS::SES::ConfigurationSet').map(({ physicalId }) => physicalId));
  const destinations = of('AWS::SES::ConfigurationSetEventDestination').map(({ properties }) =>
    Destination.parse(properties),
  );

  return {
    identityOf(address) {
      const wanted = address.toLowerCase();
      const matches = (identity: string) => identity === wanted || identity === wanted.slice(wanted.indexOf('@') + 1);
      return identities.find((identity) => matches(identity.toLowerCase()));
    },
    hasConfigurationSet: (name) => sets.has(name),
    busesFor: (configurationSet) =>
      destinations
        .filter(({ ConfigurationSetName, EventDestination: { Enabled, MatchingEventTypes } }) => {
          const sends = MatchingEventTypes.some((type) => type.toLowerCase() === 'send');
          return ConfigurationSetName === configurationSet && Enabled && sends;
        })
        .flatMap(({ EventDestination }) => EventDestination.EventBridgeDestination?.EventBusArn ?? []),
  };
};
