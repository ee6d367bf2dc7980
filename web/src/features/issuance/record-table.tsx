import { formatPartialDate, labelOf, recordStates } from '@hocba/record';
import { Button, Stack, Table, Text } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { formatDay, formatMoment } from '../../components/moment.ts';
import { TextBadge } from '../../components/text-badge.tsx';
import { recordsText as text } from '../../labels/issuance.ts';
import { stateTones } from '../../labels/record-state-tones.ts';
import type { ClassOfYear } from '../enrolment/enrolment.client.ts';
import { RejectionReasons } from '../exchange/rejection-reasons.tsx';
import { holds, useSession } from '../people/session.ts';
import type { RecordLine } from './issuance.client.ts';
import { RecordFiles } from './record-files.tsx';

interface RecordTableProps {
  readonly of: ClassOfYear;
  readonly records: readonly RecordLine[];
  readonly onWithdraw: (record: RecordLine) => void;
}

export function RecordTable({ of, records, onWithdraw }: RecordTableProps) {
  const mayWithdraw = holds(useSession(), 'principal');
  const head = ['#', text.pupil, text.state, text.signatures, text.files];
  return (
    <DataTable caption={text.title(of.classId)} head={mayWithdraw ? [...head, text.actions] : head} stacks>
      {records.map((record, index) => (
        <Table.Tr key={record.yearSheetId}>
          <Table.Td visibleFrom="sm">{index + 1}</Table.Td>
          <Table.Th scope="row" fw={400}>
            {record.fullName}
            {record.birthDate && (
              <Text size="xs" c="var(--quiet)">
                {text.born(formatPartialDate(record.birthDate))}
              </Text>
            )}
            {record.version > 1 && (
              <Text size="xs" c="var(--quiet)">
                {text.version(record.version)}
              </Text>
            )}
          </Table.Th>
          <Table.Td>
            <State record={record} of={of} />
          </Table.Td>
          <Table.Td>
            <Signatures record={record} />
          </Table.Td>
          <Table.Td>
            <RecordFiles record={record} />
          </Table.Td>
          {mayWithdraw && (
            <Table.Td>
              {record.state !== 'locked' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={text.withdrawLabel(record.fullName)}
                  onClick={() => onWithdraw(record)}
                >
                  {text.withdraw}
                </Button>
              )}
            </Table.Td>
          )}
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function State({ record, of }: { record: RecordLine; of: ClassOfYear }) {
  return (
    <Stack gap={2} align="start">
      <TextBadge tone={stateTones[record.state]}>{labelOf(recordStates, record.state)}</TextBadge>
      {record.effectiveDate && <Text size="xs">{text.effective(formatDay(record.effectiveDate))}</Text>}
      {record.state === 'rejected' && <RejectionReasons of={of} yearSheetId={record.yearSheetId} />}
    </Stack>
  );
}

const SHOWN_AT_ONCE = 4;

/** All of them; where a teacher of each subject signs, the latest first and the rest on request. */
function Signatures({ record: { signatures } }: { record: RecordLine }) {
  if (signatures.length === 0) {
    return (
      <Text size="sm" c="var(--quiet)">
        {text.noSignatures}
      </Text>
    );
  }
  const ordered = [...signatures].sort((a, b) => a.signedAt.localeCompare(b.signedAt));
  if (ordered.length <= SHOWN_AT_ONCE) return ordered.map((each) => <Signature key={each.slot} signature={each} />);
  return (
    <details>
      <summary>
        <Text span size="sm">
          {text.allSignatures(ordered.length)}
        </Text>
        {ordered.slice(-1).map((each) => (
          <Signature key={each.slot} signature={each} />
        ))}
      </summary>
      {ordered.slice(0, -1).map((each) => (
        <Signature key={each.slot} signature={each} />
      ))}
    </details>
  );
}

function Signature({ signature: { label, signedAt, timestamped } }: { signature: RecordLine['signatures'][number] }) {
  return (
    <Text size="sm">
      {label}: {formatMoment(signedAt)}
      {!timestamped && ` (${text.timestampPending})`}
    </Text>
  );
}
