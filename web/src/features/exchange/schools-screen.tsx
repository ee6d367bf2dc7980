import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ScreenLink } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { formatCount, formatMoment } from '../../components/moment.ts';
import { Page } from '../../components/page.tsx';
import { registryText as text } from '../../labels/exchange.ts';
import { IssuerStateBadge } from '../issuers/issuer-state.tsx';
import { type RegistrySchool, registrySchoolsQuery } from './registry.client.ts';
import { RegistryYear, useRegistryYear } from './registry-year.tsx';

/** Every school the registry knows, and what it has received of each. */
export function SchoolsScreen() {
  const [schoolYear, setSchoolYear] = useRegistryYear();
  const schools = useQuery(registrySchoolsQuery(schoolYear));
  return (
    <Page title={text.schoolsTitle} about={text.schoolsAbout}>
      <RegistryYear value={schoolYear} onChange={setSchoolYear} />
      <Loaded query={schools}>
        {(found) => (found.length === 0 ? <Empty>{text.noSchools}</Empty> : <Schools schools={found} />)}
      </Loaded>
    </Page>
  );
}

function Schools({ schools }: { schools: readonly RegistrySchool[] }) {
  const head = [text.school, text.sealState, text.received, text.locked, text.late, text.rejected, text.lastAt];
  return (
    <DataTable caption={text.schoolsTitle} head={head} minWidth={860}>
      {schools.map((school) => (
        <Table.Tr key={school.schoolId}>
          <Table.Th scope="row" fw={400}>
            <ScreenLink to="/registry/records" search={{ schoolId: school.schoolId }}>
              {school.schoolName}
            </ScreenLink>
          </Table.Th>
          <Table.Td>
            <IssuerStateBadge state={school.seal} />
          </Table.Td>
          <Table.Td>{formatCount(school.received)}</Table.Td>
          <Table.Td>{formatCount(school.locked)}</Table.Td>
          <Table.Td>{formatCount(school.late)}</Table.Td>
          <Table.Td>{formatCount(school.rejected)}</Table.Td>
          <Table.Td>{school.lastReceivedAt ? formatMoment(school.lastReceivedAt) : text.never}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
