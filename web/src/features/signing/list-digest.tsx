import { Stack, Text } from '@mantine/core';
import { sessionText as text } from '../../labels/signing.ts';

/** The list's digest in groups of four, as the phone shows it; what to do with it while there is time to. */
export function ListDigest({ digest, toCompare }: { digest: string; toCompare: boolean }) {
  return (
    <Stack gap={2}>
      <Text fw={600} size="sm">
        {text.digest}
      </Text>
      <Text className="in-fours" data-testid="list-digest">
        {(digest.match(/.{4}/g) ?? []).join(' ')}
      </Text>
      {toCompare && (
        <Text size="sm" c="var(--quiet)">
          {text.digestHint}
        </Text>
      )}
    </Stack>
  );
}
