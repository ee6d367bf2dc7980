import {
  labelOf,
  type PrimaryYearSheet,
  primaryEducationResults,
  promotionManners,
  type SecondaryYearSheet,
  secondaryLevels,
  type YearLevels,
  type YearSheet,
} from '@hocba/record';
import { Paper, Table, Title } from '@mantine/core';
import { pupilText, preparedText as text } from '../../labels/entry.ts';

type Line = readonly [label: string, value: string];

/** The year's conclusion and who signs. */
export function PreparedConclusion({ sheet }: { sheet: YearSheet }) {
  const lines = [
    ...(sheet.schoolLevel === 'primary' ? primaryLines(sheet) : secondaryLines(sheet)),
    [text.signatories, sheet.signatories.map(({ name, position }) => `${name} (${position})`).join('; ')] as const,
  ];
  return (
    <Paper withBorder p="sm" component="section" aria-label={text.conclusion}>
      <Title order={2} size="h5" mb="xs">
        {text.conclusion}
      </Title>
      <Table className="stacks">
        <Table.Tbody>
          {lines
            .filter(([, value]) => value !== '')
            .map(([label, value]) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" w={240}>
                  {label}
                </Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function secondaryLines({ conclusion }: SecondaryYearSheet): Line[] {
  const { academic, conduct, absentHalfDays, promotion, commendations, homeroomComment } = conclusion;
  return [
    [text.academic, levelsText(academic)],
    [text.conduct, levelsText(conduct)],
    [text.absent, text.absentCounts(absentHalfDays.withLeave, absentHalfDays.withoutLeave)],
    [text.promotion, labelOf(promotionManners, promotion)],
    [text.commendations, commendations.map((each) => each.text).join('; ')],
    [text.homeroomComment, homeroomComment],
  ];
}

function levelsText({ first, second, year, afterSummer }: YearLevels): string {
  const named = (label: string, level: YearLevels['year']) =>
    level ? [`${label}: ${labelOf(secondaryLevels, level)}`] : [];
  const parts = [...named(text.first, first), ...named(text.second, second), ...named(text.year, year)];
  if (afterSummer) parts.push(text.afterSummer(labelOf(secondaryLevels, afterSummer)));
  return parts.length === 0 ? text.noLevel : parts.join(' · ');
}

function primaryLines({ conclusion, absentWithLeave, absentWithoutLeave }: PrimaryYearSheet): Line[] {
  const { educationResult, gradeCompleted, promoted, commendations } = conclusion;
  const yesNo = (holds: boolean) => (holds ? pupilText.yes : pupilText.no);
  return [
    [text.educationResult, educationResult ? labelOf(primaryEducationResults, educationResult) : text.noLevel],
    [pupilText.gradeCompleted, yesNo(gradeCompleted)],
    [pupilText.promoted, yesNo(promoted)],
    [text.absentDays, text.absentCounts(absentWithLeave, absentWithoutLeave)],
    [text.commendations, commendations.join('; ')],
  ];
}
