// The application: theme, server state, announcements, routes.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { ApiError } from '../api/errors';
import { Announcer } from './Announcer';
import { ErrorBoundary } from './ErrorBoundary';
import { LoginAgain } from './LoginAgain';
import { AppRoutes } from './routes';
import { theme } from './theme';

function isWorthRetrying(failures: number, error: Error): boolean {
  const passing = error instanceof ApiError && (error.status === 0 || error.status === 503);
  return passing && failures < 2;
}

export function newQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 15_000 } } });
}

// Mantine writes no style tag here: the variables come from plugins/theme-css.ts, so style-src 'self' holds.
export function App() {
  const [queries] = useState(newQueryClient);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <BrowserRouter basename="/admin" future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
          <Announcer>
            <ErrorBoundary>
              <AppRoutes />
              <LoginAgain />
            </ErrorBoundary>
          </Announcer>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
