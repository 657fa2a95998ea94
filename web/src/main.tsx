// Before anything that makes a schema.
import './lib/zod-without-eval.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/app.tsx';
import { queryClient } from './app/query-client.ts';
import { refreshOnce } from './lib/http/refresh.ts';
import { startLanguage } from './lib/language.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/forms.css';
import './styles/dialog.css';
import './styles/layout.css';
import './styles/account.css';
import './styles/shelves.css';
import './styles/panel.css';
import './styles/lists.css';
import './styles/rankings.css';
import './styles/messages.css';
import './styles/search.css';
import './styles/desk.css';
import './styles/comments.css';
import './styles/holds.css';
import './styles/shop.css';
import './styles/orders.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the application.');

void refreshOnce();
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
