import type { Random } from './random.ts';

/** What can go wrong on purpose. */
export const faultKinds = [
  /** The work was done, the answer got lost; the client library asks again, or gives up. */
  'lost-answer',
  /** The call was refused or never arrived; the same. */
  'failed-call',
  /** A function dies before or after a call: its memory and its later steps are gone. */
  'crash',
  /** Idle instances are thrown away, consumers of topics and streams begin again where they last committed. */
  'restart',
  /** Records, messages and requests come twice. */
  'duplicate',
  /** Records, messages and answers come late, and so in another order. */
  'late',
  /** The provider of mails refuses one for the moment. */
  'mail-refused',
  /** Records that nobody can understand, and a listener that cannot take one event until it is mended. */
  'poison',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** How often each kind strikes where it can, from 0 to 1. */
export type FaultProfile = Readonly<Partial<Record<FaultKind, number>>>;

const rates: Readonly<Record<FaultKind, number>> = {
  'lost-answer': 0.05,
  'failed-call': 0.05,
  crash: 0.03,
  restart: 0.05,
  duplicate: 0.1,
  late: 0.15,
  'mail-refused': 0.1,
  poison: 1,
};

/** One seed in six is calm, two in six know one kind of fault, one knows some, two all of them (half of those with poison). */
export const drawProfile = (random: Random): FaultProfile => {
  const of = (kinds: readonly FaultKind[], times: number): FaultProfile =>
    Object.fromEntries(kinds.map((kind) => [kind, Math.min(1, rates[kind] * times)]));
  const lot = random.between(0, 5);
  if (lot === 0) return {};
  if (lot <= 2) return of([random.pick(faultKinds)], random.pick([1, 2, 4]));
  if (lot === 3)
    return of(
      faultKinds.filter(() => random.chance(0.4)),
      random.pick([1, 2]),
    );
  return of(
    faultKinds.filter((kind) => kind !== 'poison' || lot === 4),
    random.pick([0.5, 1, 2]),
  );
};

/** The faults of one run. */
export interface Faults {
  readonly profile: FaultProfile;
  /** Whether this kind strikes now, where it may; counted when it does. */
  strikes(kind: FaultKind, mayStrike?: () => boolean): boolean;
  readonly fired: ReadonlyMap<FaultKind, number>;
  /** From now on nothing strikes. */
  end(): void;
}

export const faultsOf = (profile: FaultProfile, random: Random): Faults => {
  const fired = new Map<FaultKind, number>();
  let isOver = false;
  return {
    profile,
    fired,
    strikes(kind, mayStrike = () => true) {
      if (isOver || !random.chance(profile[kind] ?? 0) || !mayStrike()) return false;
      fired.set(kind, (fired.get(kind) ?? 0) + 1);
      return true;
    },
    end() {
      isOver = true;
    },
  };
};
