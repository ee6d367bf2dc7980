import { Button, Group, Paper, Text } from '@mantine/core';
import { pupilText as text } from '../../labels/entry.ts';
import { resultInWords } from './result-in-words.ts';
import type { PupilEditor } from './use-pupil-editor.ts';

/** Always in sight: whether everything is saved, and the button that saves it. */
export function SaveBar({ editor }: { editor: PupilEditor }) {
  const { changed, unreadable, saving, undo, evaluation, draft } = editor;
  const state = changed ? text.unsaved : text.saved;
  return (
    <Paper withBorder p="xs" shadow="sm" style={{ position: 'sticky', bottom: 8, zIndex: 3 }}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text size="sm" fw={600} role="status">
            {unreadable ? text.invalid : state} · {resultInWords(evaluation.outcome, draft.levelWithheld)}
          </Text>
          <Text size="xs" c="var(--quiet)" visibleFrom="sm">
            {text.keys}
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" disabled={!changed || saving.isPending} onClick={undo}>
            {text.undo}
          </Button>
          <Button disabled={!changed} loading={saving.isPending} onClick={() => saving.mutate()}>
            {text.save}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
