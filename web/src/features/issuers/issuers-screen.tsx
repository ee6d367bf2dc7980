import { Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { formatDay, formatMoment } from '../../components/moment.ts';
import { Page } from '../../components/page.tsx';
import { registryText as text } from '../../labels/exchange.ts';
import { holds, useSession } from '../people/session.ts';
import { DecideIssuer } from './decide-issuer.tsx';
import { IssuerStateBadge } from './issuer-state.tsx';
import { type Issuer, issuersQuery } from './issuers.client.ts';

/** Schools as issuers: whose seal counts, and since when. Those that wait come first. */
export function IssuersScreen() {
  const issuers = useQuery(issuersQuery);
  const [chosen, setChosen] = useState<Issuer>();
  const mayDecide = holds(useSession(), 'provincialOfficer', 'ministryOfficer');
  return (
    <Page title={text.issuersTitle} about={text.issuersAbout}>
      <Loaded query={issuers}>
        {(found) =>
          found.length === 0 ? (
            <Empty>{text.noIssuers}</Empty>
          ) : (
            <DataTable
              caption={text.issuersTitle}
              head={[text.school, text.certificate, text.state, '']}
              minWidth={760}
            >
              {waitingFirst(found).map((issuer) => (
                <IssuerRow
                  key={`${issuer.schoolId} ${issuer.certificateSha256}`}
                  issuer={issuer}
                  {...(mayDecide ? { onDecide: () => setChosen(issuer) } : {})}
                />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      {chosen && <DecideIssuer issuer={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  );
}

function waitingFirst(issuers: readonly Issuer[]): readonly Issuer[] {
  return [...issuers].sort((a, b) => Number(b.state === 'requested') - Number(a.state === 'requested'));
}

function IssuerRow({ issuer, onDecide }: { issuer: Issuer; onDecide?: () => void }) {
  const open = issuer.state === 'requested' || issuer.state === 'approved';
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {issuer.schoolName}
        <Text size="xs" c="var(--quiet)">
          {issuer.schoolId}
        </Text>
      </Table.Th>
      <Table.Td>
        <Text size="sm">{issuer.subject}</Text>
        <Text size="xs" c="var(--quiet)">
          {issuer.issuer}, {text.notAfter(formatDay(issuer.notAfter))}
        </Text>
      </Table.Td>
      <Table.Td>
        <IssuerStateBadge state={issuer.state} />
        {issuer.decidedBy && issuer.decidedAt && (
          <Text size="xs" c="var(--quiet)">
            {text.decidedBy(issuer.decidedBy, formatMoment(issuer.decidedAt))}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {open && onDecide && (
          <Button
            size="compact-sm"
            variant={issuer.state === 'requested' ? 'filled' : 'default'}
            aria-label={`${text.decide}: ${issuer.schoolName}`}
            onClick={onDecide}
          >
            {text.decide}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
