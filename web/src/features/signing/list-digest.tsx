import { Stack, Text } from '@mantine/core';
import { sessionText as text } from '../../labels/signing.ts';

/** The list's digest in groups of four, as the phone or the agent shows it; with a hint while there is time to compare. */
export function ListDigest({ digest, hint }: { digest: string; hint: string | null }) {
  return (
    <Stack gap={2}>
      <Text fw={600} size="sm">
        {text.digest}
      </Text>
      <Text className="in-fours" data-testid="list-digest">
        {(digest.match(/.{4}/g) ?? []).join(' ')}
      </Text>
      {hint && (
        <Text size="sm" c="var(--quiet)">
          {hint}
        </Text>
      )}
    </Stack>
  );
}
