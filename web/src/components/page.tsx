import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: its heading (also the tab's title), what it is for, its main actions, its content. */
export function Page({ title, about, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Học bạ số`;
  }, [title]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="start" gap="sm">
        <Box maw={760} style={{ flex: '1 1 300px' }}>
          <Title order={1} size="h3">
            {title}
          </Title>
          {about && (
            <Text c="var(--quiet)" size="sm" mt={4} component="div">
              {about}
            </Text>
          )}
        </Box>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
