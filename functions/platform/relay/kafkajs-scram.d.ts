/** A part of kafkajs that its own types leave out. */
declare module 'kafkajs/src/broker/saslAuthenticator/scram512.js' {
  import type { AuthenticationProviderArgs, Authenticator } from 'kafkajs';

  const scram512: (known: {
    username: string;
    password: string;
  }) => (args: AuthenticationProviderArgs) => Authenticator;
  export default scram512;
}
