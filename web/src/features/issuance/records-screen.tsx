import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { recordsText as text } from '../../labels/issuance.ts';
import { ClassTabs } from '../carry-over/class-tabs.tsx';
import { StateCounts } from '../carry-over/state-counts.tsx';
import type { ClassOfYear } from '../enrolment/enrolment.client.ts';
import { SubmitClass } from '../exchange/submit-class.tsx';
import { type ClassRecords, type RecordLine, recordsQuery } from './issuance.client.ts';
import { RecordTable } from './record-table.tsx';
import { WithdrawSheet } from './withdraw-sheet.tsx';

/** The year sheets of a class: state, who signed when, files, and what may be done. */
export function RecordsScreen() {
  const of = useParams({ from: '/frame/classes/$schoolYear/$classId/records' });
  const records = useQuery(recordsQuery(of));
  return (
    <Page title={text.title(records.data?.name ?? of.classId)}>
      <ClassTabs of={of} current="records" />
      <Loaded query={records}>{(loaded) => <Records of={of} loaded={loaded} />}</Loaded>
    </Page>
  );
}

function Records({ of, loaded }: { of: ClassOfYear; loaded: ClassRecords }) {
  const [toWithdraw, setToWithdraw] = useState<RecordLine>();
  if (loaded.records.length === 0) return <Empty>{text.none}</Empty>;
  return (
    <Stack>
      <StateCounts states={countStates(loaded.records)} none={text.none} />
      <SubmitClass of={of} records={loaded.records} />
      <RecordTable of={of} records={loaded.records} onWithdraw={setToWithdraw} />
      {toWithdraw && <WithdrawSheet record={toWithdraw} onClose={() => setToWithdraw(undefined)} />}
    </Stack>
  );
}

function countStates(records: readonly RecordLine[]): Partial<Record<RecordLine['state'], number>> {
  const counts: Partial<Record<RecordLine['state'], number>> = {};
  for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
