declare module 'asl-validator' {
  /** Whether a definition is valid Amazon States Language, and what is wrong with it. */
  const validate: (definition: unknown) => { isValid: boolean; errors: readonly unknown[] };
  export default validate;
}
