import type { Protocol } from './group-member.ts';

/** The assignment protocols that every member offers, in the first member's order. */
export const commonProtocols = (offers: readonly (readonly Protocol[])[]): string[] => {
  const [first = [], ...others] = offers;
  const names = first.map(({ name }) => name);
  return names.filter((name) => others.every((offer) => offer.some((other) => other.name === name)));
};

/** The protocol most members like best among those that all of them offer. */
export const preferredProtocol = (offers: readonly (readonly Protocol[])[]): string => {
  const common = commonProtocols(offers);
  const votes = offers.map((offer) => offer.find(({ name }) => common.includes(name))?.name);
  const count = (name: string) => votes.filter((vote) => vote === name).length;
  return common.toSorted((one, other) => count(other) - count(one))[0] ?? '';
};

/** Whether a newcomer can work with those who are there. */
export const isCompatible = (present: readonly (readonly Protocol[])[], offer: readonly Protocol[]): boolean =>
  offer.length > 0 && commonProtocols([...present, offer]).length > 0;
