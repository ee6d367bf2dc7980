import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ScreenLink } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { submissionText as text } from '../../labels/exchange.ts';
import { StateCounts } from '../carry-over/state-counts.tsx';
import { useSchoolYear } from '../enrolment/school-year.ts';
import { holds, useSession } from '../people/session.ts';
import { LinkState } from './link-state.tsx';
import { Reasons } from './rejection-reasons.tsx';
import { type Submissions, type SubmittedClass, submissionsQuery } from './submissions.client.ts';
import { SubmitButton } from './submit-button.tsx';

/** What went to the registry, what waits, and what came back. */
export function SubmissionsScreen() {
  const { schoolYear } = useSchoolYear();
  return (
    <Page title={text.title} about={text.about}>
      {schoolYear ? <OfYear schoolYear={schoolYear} /> : <Empty>{text.none}</Empty>}
    </Page>
  );
}

function OfYear({ schoolYear }: { schoolYear: string }) {
  const submissions = useQuery(submissionsQuery(schoolYear));
  return <Loaded query={submissions}>{(found) => <Found schoolYear={schoolYear} submissions={found} />}</Loaded>;
}

function Found({ schoolYear, submissions }: { schoolYear: string; submissions: Submissions }) {
  const maySubmit = holds(useSession(), 'academicClerk', 'sealClerk', 'principal');
  const ready = submissions.classes.reduce((sum, each) => sum + readyIn(each), 0);
  const present = submissions.classes.filter(({ records }) => records.length > 0);
  return (
    <Stack>
      <LinkState submissions={submissions} />
      {maySubmit && ready > 0 && <SubmitButton wish={{ schoolYear }} label={text.sendAll(ready)} />}
      <Rejected classes={present} />
      {present.length === 0 ? (
        <Empty>{text.none}</Empty>
      ) : (
        <DataTable caption={text.title} head={[text.class, text.states, '']}>
          {present.map((each) => (
            <Table.Tr key={each.classId}>
              <Table.Th scope="row">
                <ScreenLink to="/classes/$schoolYear/$classId/records" params={{ schoolYear, classId: each.classId }}>
                  {each.name}
                </ScreenLink>
              </Table.Th>
              <Table.Td>
                <StateCounts states={each.counts} none="" />
              </Table.Td>
              <Table.Td>
                {maySubmit && readyIn(each) > 0 && (
                  <SubmitButton
                    wish={{ schoolYear, classId: each.classId }}
                    label={text.send}
                    of={text.sendClass(each.name)}
                    small
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </DataTable>
      )}
    </Stack>
  );
}

function readyIn({ counts }: SubmittedClass): number {
  return (counts.issued ?? 0) + (counts.rejected ?? 0);
}

function Rejected({ classes }: { classes: readonly SubmittedClass[] }) {
  const rejected = classes.flatMap(({ name, records }) =>
    records.filter(({ state }) => state === 'rejected').map((record) => ({ ...record, className: name })),
  );
  if (rejected.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {text.rejectedTitle(rejected.length)}
      </Title>
      <DataTable caption={text.rejectedTitle(rejected.length)} head={[text.class, text.pupil, text.reasons]}>
        {rejected.map((record) => (
          <Table.Tr key={record.yearSheetId}>
            <Table.Td>{record.className}</Table.Td>
            <Table.Td>
              <Text size="sm">{record.fullName}</Text>
            </Table.Td>
            <Table.Td>
              <Reasons reasons={record.reasons} />
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Stack>
  );
}
