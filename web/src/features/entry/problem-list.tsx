import { Button, Group, SegmentedControl, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { TextBadge } from '../../components/text-badge.tsx';
import { importText } from '../../labels/entry.ts';
import type { WorkbookProblem } from './import.client.ts';

type Shown = 'all' | 'error' | 'warning';

/** Every problem of a workbook, sheet by sheet: cell, pupil, what to do. */
export function ProblemList({ problems }: { problems: readonly WorkbookProblem[] }) {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const [shown, setShown] = useState<Shown>('all');
  const [find, setFind] = useState('');
  const wanted = useDeferredValue(find);
  const sheets = useMemo(() => bySheet(problems, shown, wanted), [problems, shown, wanted]);
  return (
    <Stack>
      <Group align="end">
        {errors > 0 && warnings > 0 && (
          <SegmentedControl
            aria-label={importText.show}
            value={shown}
            onChange={(value) => setShown(value as Shown)}
            data={[
              { value: 'all', label: importText.all(problems.length) },
              { value: 'error', label: importText.errors(errors) },
              { value: 'warning', label: importText.warnings(warnings) },
            ]}
          />
        )}
        <TextInput
          label={importText.find}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
          w={320}
        />
      </Group>
      {sheets.length === 0 && <Empty>{importText.noneMatch}</Empty>}
      {sheets.map(([sheet, list]) => (
        <SheetProblems key={sheet} sheet={sheet} problems={list} />
      ))}
    </Stack>
  );
}

function bySheet(problems: readonly WorkbookProblem[], shown: Shown, find: string) {
  const wanted = find.trim().toLocaleLowerCase('vi');
  const sheets = new Map<string, WorkbookProblem[]>();
  for (const problem of problems) {
    const words = `${problem.cell} ${problem.pupil?.fullName ?? ''} ${problem.pupil?.studentId ?? ''} ${problem.sentence}`;
    if (shown !== 'all' && problem.severity !== shown) continue;
    if (!words.toLocaleLowerCase('vi').includes(wanted)) continue;
    sheets.set(problem.sheet, [...(sheets.get(problem.sheet) ?? []), problem]);
  }
  return [...sheets];
}

const STEP = 100;

function SheetProblems({ sheet, problems }: { sheet: string; problems: readonly WorkbookProblem[] }) {
  const [limit, setLimit] = useState(STEP);
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {importText.sheet(sheet, problems.length)}
      </Title>
      <DataTable caption={sheet} head={[importText.cell, importText.pupil, importText.problem]} stacks>
        {problems.slice(0, limit).map((problem) => (
          <Table.Tr key={`${problem.cell} ${problem.sentence}`}>
            <Table.Td w={110}>{problem.cell.replace(`${sheet}!`, '')}</Table.Td>
            <Table.Td w={200}>
              {problem.pupil && (
                <>
                  {problem.pupil.fullName}
                  <Text size="xs" c="var(--quiet)">
                    {problem.pupil.studentId}
                  </Text>
                </>
              )}
            </Table.Td>
            <Table.Td>
              <TextBadge tone={problem.severity === 'error' ? 'bad' : 'warn'}>{importText[problem.severity]}</TextBadge>{' '}
              {problem.sentence}
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
      {problems.length > limit && (
        <Group>
          <Text size="sm">{importText.shownFirst(limit, problems.length)}</Text>
          <Button size="xs" variant="default" onClick={() => setLimit(limit + STEP)}>
            {importText.showMore}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
