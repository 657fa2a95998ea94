/** Makes and removes keys that sign access tokens. */
export interface KeyMaker {
  /** Answers the id of a new key, which the functions of this stage may sign with. */
  make(): Promise<string>;
  /** Lets a key go that nobody needs any more; one that this never made is left alone. */
  letGo(keyId: string): Promise<void>;
}
