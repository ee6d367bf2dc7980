import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refusal } from './server.ts';

/** The session has ended while somebody was working: the frame asks for the password again over the screen. */
export const sessionEndedKey = ['session-ended'] as const;

function noticeEnd(error: Error): void {
  if (error instanceof Refusal && error.code === 'not-signed-in') queries.setQueryData(sessionEndedKey, true);
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) =>
        error instanceof Refusal && (error.status === 0 || error.status >= 500) && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
});
