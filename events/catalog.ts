import { AccountDeleted } from './accounts/account-deleted.ts';
import { AccountRegistered } from './accounts/account-registered.ts';
import { IdentityLinked } from './accounts/identity-linked.ts';
import { MemberLeft } from './accounts/member-left.ts';
import { ProfileChanged } from './accounts/profile-changed.ts';
import { RolesChanged } from './accounts/roles-changed.ts';
import { SeriesCreated } from './catalogue/series-created.ts';
import { VolumeCreated } from './catalogue/volume-created.ts';
import type { Contract, EventOf } from './contract.ts';
import { CopiesAdded } from './inventory/copies-added.ts';
import { CopyWithdrawn } from './inventory/copy-withdrawn.ts';
import { ShelfOpened } from './inventory/shelf-opened.ts';
import { CopyBroughtBack } from './lending/copy-brought-back.ts';
import { CopyLent } from './lending/copy-lent.ts';
import { LoanBecameOverdue } from './lending/loan-became-overdue.ts';
import { LoanOpened } from './lending/loan-opened.ts';
import { LoanReturned } from './lending/loan-returned.ts';
import { PatronBorrowed } from './lending/patron-borrowed.ts';
import { PatronBroughtBack } from './lending/patron-brought-back.ts';
import { CardExpiring } from './membership/card-expiring.ts';
import { CardIssued } from './membership/card-issued.ts';
import { CardReinstated } from './membership/card-reinstated.ts';
import { CardRenewed } from './membership/card-renewed.ts';
import { CardSuspended } from './membership/card-suspended.ts';
import { DayBegan } from './platform/day-began.ts';

/** Every event there is. */
export const catalog = [
  AccountRegistered,
  RolesChanged,
  ProfileChanged,
  IdentityLinked,
  AccountDeleted,
  MemberLeft,
  CardIssued,
  CardRenewed,
  CardSuspended,
  CardReinstated,
  CardExpiring,
  SeriesCreated,
  VolumeCreated,
  ShelfOpened,
  CopiesAdded,
  CopyWithdrawn,
  CopyLent,
  CopyBroughtBack,
  LoanOpened,
  LoanReturned,
  LoanBecameOverdue,
  PatronBorrowed,
  PatronBroughtBack,
  DayBegan,
] as const;

export type BunkoEvent = EventOf<(typeof catalog)[number]>;
export type EventType = BunkoEvent['type'];

const byType: ReadonlyMap<string, Contract> = new Map(catalog.map((contract) => [contract.type, contract]));

/** The contract of a type, or undefined when nobody ever declared it. */
export const contractOf = (type: string): Contract | undefined => byType.get(type);
