import { subjectLevels } from '@hocba/record';
import { Button, Group, Stack, Text } from '@mantine/core';
import { pupilText as text } from '../../labels/entry.ts';
import type { SubjectFacts } from './entry.client.ts';
import { LevelSelect } from './level-select.tsx';
import { TenthsInput } from './tenths-input.tsx';
import type { PupilEditor } from './use-pupil-editor.ts';

interface SupplementaryFieldsProps {
  readonly row: SubjectFacts;
  readonly label: string;
  readonly tested: boolean;
  readonly editor: PupilEditor;
  readonly onChange: (row: SubjectFacts) => void;
}

/** Đánh giá bổ sung of a row: asked for when the rules call for it; the first result stays. @law TT27/2020 Đ11 */
export function SupplementaryFields({ row, label, tested, editor, onChange }: SupplementaryFieldsProps) {
  const due = editor.evaluation.outcome.supplementaryDue.some(
    ({ kind, of }) => of === row.subject && (kind === 'subjectLevel' || kind === 'score'),
  );
  const { supplementary } = row;
  if (!supplementary) {
    if (!due || !editor.base.may.edit) return null;
    const empty = { level: null, scoreTenths: null };
    return (
      <Button size="compact-sm" variant="light" mt={6} onClick={() => onChange({ ...row, supplementary: empty })}>
        {text.addSupplementary}
      </Button>
    );
  }
  return (
    <Stack gap={4} mt={6} p={8} bg="#fdf6e6" style={{ borderRadius: 6 }}>
      <Text size="sm" fw={600}>
        {text.supplementary}
      </Text>
      <Group gap="xs" align="end">
        <LevelSelect
          field={`again-level.${row.subject}`}
          label={`${text.supplementaryLevel}: ${label}`}
          shownLabel={text.supplementaryLevel}
          levels={subjectLevels}
          value={supplementary.level}
          onChange={(level) => onChange({ ...row, supplementary: { ...supplementary, level } })}
        />
        {tested && (
          <div style={{ width: 110 }}>
            <TenthsInput
              field={`again-score.${row.subject}`}
              label={`${text.supplementaryScore}: ${label}`}
              shownLabel={text.supplementaryScore}
              value={supplementary.scoreTenths}
              most={100}
              unreadable={text.scoreUnreadable}
              onChange={(scoreTenths) => onChange({ ...row, supplementary: { ...supplementary, scoreTenths } })}
              noteUnreadable={editor.noteUnreadable}
            />
          </div>
        )}
        <Button size="compact-sm" variant="subtle" mt={6} onClick={() => onChange({ ...row, supplementary: null })}>
          {text.removeSupplementary}
        </Button>
      </Group>
    </Stack>
  );
}
