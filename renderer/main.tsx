/** Mounts the app. */
import './no-eval.ts';
import './style/tokens.css';
import './style/fonts.css';
import './style/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { queries } from './client.ts';
import { StatusProvider } from './ui/status-line.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <I18nProvider locale="en-GB">
          <StatusProvider>
            <App />
          </StatusProvider>
        </I18nProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
