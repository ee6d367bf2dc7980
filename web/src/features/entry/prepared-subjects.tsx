import {
  commentResults,
  formatScore,
  labelOf,
  type PrimaryYearSheet,
  primarySubjects,
  type SecondarySubjectResult,
  type SecondaryYearSheet,
  secondarySubjects,
  subjectLevels,
  type YearSheet,
} from '@hocba/record';
import { Stack, Table, Text, Title } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { preparedText as text } from '../../labels/entry.ts';

/** Rows of the form, as the level's circular has them. */
export function PreparedSubjects({ sheet }: { sheet: YearSheet }) {
  return (
    <Stack gap="xs" component="section" aria-label={text.subjects}>
      <Title order={2} size="h5">
        {text.subjects}
      </Title>
      {sheet.schoolLevel === 'primary' ? <PrimaryRows sheet={sheet} /> : <SecondaryRows sheet={sheet} />}
    </Stack>
  );
}

function SecondaryRows({ sheet }: { sheet: SecondaryYearSheet }) {
  const again = sheet.subjects.some(({ marks }) => marks.afterReassessment !== null);
  const head = [text.subject, text.first, text.second, text.year, ...(again ? [text.again] : []), text.comment];
  return (
    <DataTable caption={text.subjects} head={head} stacks>
      {sheet.subjects.map((row) => (
        <Table.Tr key={row.subject}>
          <Table.Th scope="row" fw={400} data-label="">
            {labelOf(secondarySubjects, row.subject)}
            {row.variant && ` (${row.variant})`}
            {row.topic && (
              <Text size="xs" c="var(--quiet)">
                {row.topic.title}
                {row.topic.score !== null && `: ${formatScore(row.topic.score)}`}
              </Text>
            )}
          </Table.Th>
          <Table.Td className="mark" data-label={text.first}>
            {markText(row, 'first')}
          </Table.Td>
          <Table.Td className="mark" data-label={text.second}>
            {markText(row, 'second')}
          </Table.Td>
          <Table.Td className="mark" data-label={text.year} fw={600}>
            {row.exempted ? text.exempted : markText(row, 'year')}
          </Table.Td>
          {again && (
            <Table.Td className="mark" data-label={text.again}>
              {markText(row, 'afterReassessment')}
            </Table.Td>
          )}
          <Table.Td data-label={text.comment}>{row.comment}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function markText(row: SecondarySubjectResult, when: keyof SecondarySubjectResult['marks']): string {
  if (row.form === 'byScore') {
    const score = row.marks[when];
    return score === null ? '' : formatScore(score);
  }
  const result = row.marks[when];
  return result === null ? '' : labelOf(commentResults, result);
}

function PrimaryRows({ sheet }: { sheet: PrimaryYearSheet }) {
  return (
    <DataTable caption={text.subjects} head={[text.subject, text.level, text.score, text.comment]} stacks>
      {sheet.subjects.map(({ subject, level, score, comment, supplementary }) => (
        <Table.Tr key={subject}>
          <Table.Th scope="row" fw={400} data-label="">
            {labelOf(primarySubjects, subject)}
          </Table.Th>
          <Table.Td data-label={text.level}>
            {[level, supplementary?.level].flatMap((each) => (each ? [labelOf(subjectLevels, each)] : [])).join(' → ')}
          </Table.Td>
          <Table.Td data-label={text.score}>
            {[score, supplementary?.score ?? null]
              .flatMap((each) => (each === null ? [] : [formatScore(each)]))
              .join(' → ')}
          </Table.Td>
          <Table.Td data-label={text.comment}>{comment}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
