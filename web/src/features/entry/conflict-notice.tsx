import { labelOf, type PrimarySubject, primarySubjects } from '@hocba/record';
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { pupilText as text } from '../../labels/entry.ts';
import { differingFields } from './draft.ts';
import type { PupilYear } from './entry.client.ts';
import type { PupilEditor } from './use-pupil-editor.ts';

interface ConflictNoticeProps {
  /** What somebody else saved. */
  readonly conflict: PupilYear;
  readonly editor: Pick<PupilEditor, 'draft' | 'useTheirs' | 'keepMine'>;
}

/** Somebody else saved first: where the two differ, and which to go on with. */
export function ConflictNotice({ conflict, editor }: ConflictNoticeProps) {
  return (
    <Alert color="yellow" role="alert" title={text.conflictTitle}>
      <Stack gap="xs">
        <Text size="sm">{text.conflictAbout}</Text>
        <Text size="sm" fw={600}>
          {text.conflictFields}
        </Text>
        <List size="sm">
          {differingFields(editor.draft, conflict.facts).map((field) => (
            <List.Item key={field}>{fieldName(field)}</List.Item>
          ))}
        </List>
        <Group gap="xs">
          <Button onClick={editor.keepMine}>{text.conflictMine}</Button>
          <Button variant="default" onClick={editor.useTheirs}>
            {text.conflictTheirs}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function fieldName(field: string): string {
  const subject = /^subjects\.(.+)$/.exec(field)?.[1];
  return subject ? labelOf(primarySubjects, subject as PrimarySubject) : (text.facts[field] ?? field);
}
