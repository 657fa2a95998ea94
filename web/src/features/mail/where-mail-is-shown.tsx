import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { listMail } from './api/list-mail.ts';

/** Shows its content only where there is a local mailbox. */
export const WhereMailIsShown = ({ children }: { children: ReactNode }) => {
  const { data } = useQuery(listMail);
  return data ? children : null;
};
