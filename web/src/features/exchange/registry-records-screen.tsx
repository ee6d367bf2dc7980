import { Group, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { registryText as text } from '../../labels/exchange.ts';
import { HeldRecords } from './held-records.tsx';
import { registryRecordsQuery, registrySchoolsQuery } from './registry.client.ts';
import { RegistryYear, useRegistryYear } from './registry-year.tsx';
import { RejectedSubmissions } from './rejected-submissions.tsx';

/** What the registry holds of one school, and what it refused last. */
export function RegistryRecordsScreen() {
  const [schoolYear, setSchoolYear] = useRegistryYear();
  const asked = useSearch({ from: '/frame/registry/records' }).schoolId;
  const navigate = useNavigate();
  const schools = useQuery(registrySchoolsQuery(schoolYear)).data ?? [];
  const schoolId = asked ?? schools[0]?.schoolId;
  const school = schools.find((each) => each.schoolId === schoolId);
  return (
    <Page title={school ? text.recordsOf(school.schoolName) : text.recordsTitle}>
      <Group align="end">
        <RegistryYear value={schoolYear} onChange={setSchoolYear} />
        <NativeSelect
          label={text.chooseSchool}
          data={schools.map((each) => ({ value: each.schoolId, label: each.schoolName }))}
          value={schoolId ?? ''}
          onChange={(event) =>
            void navigate({ to: '/registry/records', search: { schoolId: event.currentTarget.value } })
          }
          miw={260}
        />
      </Group>
      {schoolId ? <OfSchool of={{ schoolYear, schoolId }} /> : <Empty>{text.noSchools}</Empty>}
    </Page>
  );
}

function OfSchool({ of }: { of: { schoolYear: string; schoolId: string } }) {
  const records = useQuery(registryRecordsQuery(of));
  return (
    <Loaded query={records}>
      {(found) => (
        <Stack>
          <RejectedSubmissions rejected={found.rejected} />
          {found.records.length === 0 ? <Empty>{text.noRecords}</Empty> : <HeldRecords records={found.records} />}
        </Stack>
      )}
    </Loaded>
  );
}
