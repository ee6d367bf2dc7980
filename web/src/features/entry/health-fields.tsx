import { Paper, SimpleGrid, Title } from '@mantine/core';
import { pupilText as text } from '../../labels/entry.ts';
import type { PupilYearFacts } from './entry.client.ts';
import { TenthsInput } from './tenths-input.tsx';
import type { PupilEditor } from './use-pupil-editor.ts';

const measures = [
  { field: 'heightTenths', label: text.height, most: 2500 },
  { field: 'weightTenths', label: text.weight, most: 2000 },
] as const;

const absences = [
  { field: 'absentWithLeave', label: text.absentWithLeave },
  { field: 'absentWithoutLeave', label: text.absentWithoutLeave },
] as const;

const MOST_ABSENCES = 400;

/** Chiều cao, cân nặng, số ngày nghỉ. */
export function HealthFields({ editor }: { editor: PupilEditor }) {
  const { draft, change, noteUnreadable } = editor;
  const set = (part: Partial<PupilYearFacts>) => change((facts) => ({ ...facts, ...part }));
  return (
    <Paper withBorder p="sm">
      <Title order={2} size="h5" mb="xs">
        {text.others}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {measures.map(({ field, label, most }) => (
          <TenthsInput
            key={field}
            field={field}
            label={label}
            showLabel
            value={draft[field]}
            most={most}
            unreadable={text.measureUnreadable}
            onChange={(tenths) => set({ [field]: tenths })}
            noteUnreadable={noteUnreadable}
          />
        ))}
        {absences.map(({ field, label }) => (
          <TenthsInput
            key={field}
            field={field}
            label={label}
            showLabel
            value={draft[field] * 10}
            most={MOST_ABSENCES * 10}
            unreadable={text.countUnreadable}
            onChange={(tenths) => set({ [field]: Math.round((tenths ?? 0) / 10) })}
            noteUnreadable={noteUnreadable}
          />
        ))}
      </SimpleGrid>
    </Paper>
  );
}
