/** A setting of this function; throws at cold start, naming the setting, when the stack forgot it. */
export const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`the environment lacks ${name}`);
  return value;
};
