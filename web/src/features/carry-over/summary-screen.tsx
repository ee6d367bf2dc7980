import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { formatMoment } from '../../components/moment.ts';
import { Page } from '../../components/page.tsx';
import { classText as text } from '../../labels/carry-over.ts';
import { Refusal } from '../../server.ts';
import { classPath } from '../enrolment/enrolment.client.ts';
import { type SummaryView, summaryQuery } from './carry-over.client.ts';
import { ClassTabs } from './class-tabs.tsx';
import { SummaryTable } from './summary-table.tsx';

/** Bảng tổng hợp kết quả đánh giá giáo dục, with the proof that it agrees with every sheet. */
export function SummaryScreen() {
  const of = useParams({ from: '/frame/classes/$schoolYear/$classId/summary' });
  const summary = useQuery(summaryQuery(of));
  const missing = summary.error instanceof Refusal && summary.error.status === 404;
  const { data } = summary;
  return (
    <Page
      title={text.summaryOf(of.classId)}
      about={data && text.version(data.version, formatMoment(data.createdAt))}
      actions={
        data && (
          <Button component="a" href={`${classPath(of)}/summary.pdf`} target="_blank" rel="noopener" variant="default">
            {text.pdf}
          </Button>
        )
      }
    >
      <ClassTabs of={of} current="summary" />
      {missing ? <Empty>{text.noSummary}</Empty> : <Loaded query={summary}>{(view) => <Summary view={view} />}</Loaded>}
    </Page>
  );
}

function Summary({ view }: { view: SummaryView }) {
  return (
    <Stack>
      <Reconciliation view={view} />
      <Text size="sm" c="var(--quiet)">
        {text.cellLegend}
      </Text>
      <SummaryTable rows={view.content.rows} />
    </Stack>
  );
}

function Reconciliation({ view: { differences, sheets } }: { view: SummaryView }) {
  if (differences.length === 0) return <Alert color="green" role="status" title={text.reconciled(sheets)} />;
  return (
    <Alert color="red" role="alert" title={text.differs(differences.length)}>
      <List size="sm">
        {differences.map(({ fullName, cell }) => (
          <List.Item key={`${fullName} ${cell}`}>
            {fullName}: {cell}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
