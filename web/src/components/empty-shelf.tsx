import type { ReactNode } from 'react';

/** What a list shows when there is nothing in it. */
export const EmptyShelf = ({ children }: { children: ReactNode }) => (
  <div className="empty">
    <span className="empty-mark" aria-hidden="true">
      空
    </span>
    <p>{children}</p>
  </div>
);
