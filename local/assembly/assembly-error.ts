/** What is wrong with a template; told apart by `reason`, and `at` names the place. */
export type AssemblyFault =
  | 'cycle'
  | 'unknown-attribute'
  | 'unknown-export'
  | 'unknown-intrinsic'
  | 'unknown-parameter'
  | 'unknown-reference'
  | 'unknown-type'
  | 'bad-value';

/** A template that cannot be run; `at` is `stack/logicalId` or `stack/logicalId.attribute`. */
export class AssemblyError extends Error {
  readonly reason: AssemblyFault;
  readonly at: string;

  constructor(reason: AssemblyFault, at: string, detail: string) {
    super(`${at}: ${detail}`);
    this.name = 'AssemblyError';
    this.reason = reason;
    this.at = at;
  }
}
