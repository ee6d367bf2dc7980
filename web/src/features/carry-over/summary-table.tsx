import {
  formatScore,
  labelOf,
  primaryEducationResults,
  primarySubjects,
  qualityLevels,
  type Score,
  subjectLevels,
  termOf,
} from '@hocba/record';
import { Table } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { classText as text } from '../../labels/carry-over.ts';
import type { SummaryRow } from './carry-over.client.ts';

type SubjectCell = SummaryRow['subjects'][number];

/** One row a pupil, one column a subject; qualities and competences as letters in the order of the form. */
export function SummaryTable({ rows }: { rows: readonly SummaryRow[] }) {
  const taught = primarySubjects.filter(({ id }) =>
    rows.some(({ subjects }) => subjects.some((cell) => cell.subject === id && (cell.level || cell.score !== null))),
  );
  const head = [
    '#',
    text.pupil,
    ...taught.map(({ label }) => label),
    text.qualities,
    text.generalCompetences,
    text.specificCompetences,
    text.result,
    text.gradeCompleted,
    text.promoted,
    text.commendations,
  ];
  return (
    <DataTable caption={text.summary} head={head} minWidth={1100 + taught.length * 70}>
      {rows.map((row, index) => (
        <Table.Tr key={row.studentId}>
          <Table.Td>{index + 1}</Table.Td>
          <Table.Th scope="row" fw={400} miw={160}>
            {row.fullName}
          </Table.Th>
          {taught.map(({ id }) => (
            <Table.Td key={id}>{subjectText(row.subjects.find(({ subject }) => subject === id))}</Table.Td>
          ))}
          <Table.Td className="letters">{letters(row.qualities)}</Table.Td>
          <Table.Td className="letters">{letters(row.generalCompetences)}</Table.Td>
          <Table.Td className="letters">{letters(row.specificCompetences)}</Table.Td>
          <Table.Td>
            {row.conclusion.educationResult
              ? labelOf(primaryEducationResults, row.conclusion.educationResult)
              : text.noResult}
          </Table.Td>
          <Table.Td>{row.conclusion.gradeCompleted ? text.yes : text.no}</Table.Td>
          <Table.Td>{row.conclusion.promoted ? text.yes : text.no}</Table.Td>
          <Table.Td>{row.conclusion.commendations.join('; ')}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function subjectText(cell: SubjectCell | undefined): string {
  if (!cell) return '';
  const again = cell.supplementary ? ` → ${levelAndScore(cell.supplementary)}` : '';
  return levelAndScore(cell) + again;
}

function levelAndScore({ level, score }: Pick<SubjectCell, 'level' | 'score'>): string {
  const letter = level ? termOf(subjectLevels, level).code : '';
  return [letter, score === null ? '' : formatScore(score as Score)].filter(Boolean).join(' ');
}

function letters(rows: SummaryRow['qualities']): string {
  return rows
    .map(({ level, supplementary }) => supplementary ?? level)
    .map((level) => (level ? termOf(qualityLevels, level).code : '–'))
    .join(' ');
}
