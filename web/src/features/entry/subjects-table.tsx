import { type PrimarySubject, primarySubjectsInGrade } from '@hocba/record';
import { Paper, Table, Title } from '@mantine/core';
import { pupilText as text } from '../../labels/entry.ts';
import { subjectRow } from './draft.ts';
import { SubjectRow } from './subject-row.tsx';
import type { PupilEditor } from './use-pupil-editor.ts';

/** Môn học và hoạt động giáo dục: the rows taught in the grade, and any other that holds data. */
export function SubjectsTable({ editor }: { editor: PupilEditor }) {
  const { base, draft } = editor;
  const rows = primarySubjectsInGrade(base.grade).filter(
    ({ subject, standing }) => standing !== 'absent' || holdsData(editor, subject),
  );
  return (
    <Paper withBorder p="sm">
      <Title order={2} size="h5" mb="xs">
        {text.subjects}
      </Title>
      <Table className="entry-table stacks" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text.subject}</Table.Th>
            <Table.Th scope="col">{text.level}</Table.Th>
            <Table.Th scope="col">{text.score}</Table.Th>
            <Table.Th scope="col">{text.comment}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ subject, tested }) => (
            <SubjectRow key={subject} row={subjectRow(draft, subject)} tested={tested} editor={editor} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function holdsData({ base }: PupilEditor, subject: PrimarySubject): boolean {
  const { level, tests, comment, supplementary } = subjectRow(base.facts, subject);
  return level !== null || tests.length > 0 || comment !== '' || supplementary !== null;
}
