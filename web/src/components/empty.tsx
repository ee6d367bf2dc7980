import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing here, why, and what would fill it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Paper withBorder p="lg">
      <Stack align="center" gap="sm">
        <Text c="var(--quiet)" ta="center" maw={560}>
          {children}
        </Text>
        {action}
      </Stack>
    </Paper>
  );
}
