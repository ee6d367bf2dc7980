import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { serverText } from '../labels/server.ts';
import { Refusal } from '../server.ts';

const SHOWN = 300;

/** A refusal as sentences: what is wrong, where, what to do next. */
export function RefusalNotice({ error, onRetry }: { error: Error | null; onRetry?: () => void }) {
  if (!error) return null;
  const problems = error instanceof Refusal ? error.problems : [];
  const sentence = error instanceof Refusal ? error.message : serverText.unexpected;
  return (
    <Alert color="red" role="alert" title={sentence}>
      <Stack gap="xs">
        {problems.length > 0 && (
          <List size="sm" spacing={4}>
            {problems.slice(0, SHOWN).map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, shown once
              <List.Item key={index}>
                {problem.where && (
                  <Text span fw={600} size="sm">
                    {problem.where}:{' '}
                  </Text>
                )}
                {problem.sentence}
              </List.Item>
            ))}
          </List>
        )}
        {onRetry && (
          <Button variant="default" size="xs" onClick={onRetry} style={{ alignSelf: 'start' }}>
            {serverText.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
