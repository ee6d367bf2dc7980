import { Center, Loader, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { serverText } from '../labels/server.ts';
import { RefusalNotice } from './refusal-notice.tsx';

/** What was asked of the server once it is there; till then that it is coming, or why it is not. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T, Error>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <RefusalNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}

export function Loading() {
  return (
    <Center mih={200} role="status">
      <Stack align="center" gap="xs">
        <Loader size="sm" />
        <Text size="sm" c="var(--quiet)">
          {serverText.loading}
        </Text>
      </Stack>
    </Center>
  );
}
