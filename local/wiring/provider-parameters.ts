/** Where the local stage looks for the settings of a provider. */
const PLACE = '/bunko/local/sign-in-with';

/** The settings of each provider and the environment variables they come from; without the first two it is not set up. */
const variables = {
  google: { clientId: 'GOOGLE_CLIENT_ID', clientSecret: 'GOOGLE_CLIENT_SECRET', issuer: 'GOOGLE_ISSUER' },
  github: {
    clientId: 'GITHUB_CLIENT_ID',
    clientSecret: 'GITHUB_CLIENT_SECRET',
    url: 'GITHUB_URL',
    apiUrl: 'GITHUB_API_URL',
  },
} as const;

/** Parameters for the identity providers that an environment names: what an operator writes on AWS. */
export const providerParameters = (environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([provider, names]) => {
      const settings = Object.entries(names).flatMap(([field, name]) => {
        const value = environment[name];
        return value ? [[field, value] as const] : [];
      });
      const isSetUp = environment[names.clientId] && environment[names.clientSecret];
      return isSetUp ? [[`${PLACE}/${provider}`, JSON.stringify(Object.fromEntries(settings))]] : [];
    }),
  );
