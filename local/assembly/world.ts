/** What stands around the templates: the account, the region, and the addresses of this process. */
export interface World {
  region: string;
  accountId: string;
  /** Values for template parameters, by name, in every stack that declares them. */
  parameters: Readonly<Record<string, string>>;
  /** Base URL of the AWS endpoint, no trailing slash; queue URLs begin with it. */
  endpointUrl: string;
  /** Base URL of the HTTP API, no trailing slash. */
  apiUrl: string;
}

/** The account and region of every local system. */
export const localWorld = { region: 'ap-northeast-1', accountId: '000000000000' } as const;
