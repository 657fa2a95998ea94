/** The access token lives in this variable and nowhere else: a reload forgets it, the refresh cookie brings it back. */
let token: string | undefined;

export const accessToken = (): string | undefined => token;

export const keepAccessToken = (next: string | undefined): void => {
  token = next;
};
