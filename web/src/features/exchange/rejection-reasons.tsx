import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { submissionText as text } from '../../labels/exchange.ts';
import type { Problem } from '../../server.ts';
import type { ClassOfYear } from '../enrolment/enrolment.client.ts';
import { submissionsQuery } from './submissions.client.ts';

/** Why the registry refused one record. */
export function RejectionReasons({ of, yearSheetId }: { of: ClassOfYear; yearSheetId: string }) {
  const { data } = useQuery(submissionsQuery(of.schoolYear, of.classId));
  const record = data?.classes.flatMap(({ records }) => records).find((each) => each.yearSheetId === yearSheetId);
  return record ? <Reasons reasons={record.reasons} /> : null;
}

export function Reasons({ reasons }: { reasons: readonly Problem[] }) {
  if (reasons.length === 0) return null;
  return (
    <>
      <Text size="xs" fw={600}>
        {text.reasons}:
      </Text>
      <List size="xs">
        {reasons.map(({ code, sentence, where }) => (
          <List.Item key={`${code} ${where ?? ''} ${sentence}`}>{where ? `${where}: ${sentence}` : sentence}</List.Item>
        ))}
      </List>
    </>
  );
}
