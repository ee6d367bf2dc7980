import { Alert, Paper, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { formatMoment } from '../../components/moment.ts';
import { Page } from '../../components/page.tsx';
import { importText } from '../../labels/entry.ts';
import { ChangeTable } from './change-table.tsx';
import { type ImportRun, importQuery } from './import.client.ts';
import { ProblemList } from './problem-list.tsx';

/** One import: its progress while it is read, then what became of it. Reloading or coming back shows the same. */
export function ImportScreen() {
  const { importId } = useParams({ from: '/frame/import/$importId' });
  const queries = useQueryClient();
  const run = useQuery(importQuery(importId));
  const applied = run.data?.status === 'applied';
  useEffect(() => {
    if (applied)
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'imports' && queryKey[0] !== 'session',
      });
  }, [applied, queries]);
  return (
    <Page
      title={run.data?.fileName ?? importText.title}
      about={run.data && formatMoment(run.data.startedAt)}
      actions={
        <LinkButton to="/import" variant="default">
          {run.data?.status === 'reading' ? importText.back : importText.again}
        </LinkButton>
      }
    >
      <Loaded query={run}>{(loaded) => <ImportReport run={loaded} />}</Loaded>
    </Page>
  );
}

function ImportReport({ run }: { run: ImportRun }) {
  switch (run.status) {
    case 'reading':
      return <Reading progress={run.progress} />;
    case 'refused':
    case 'failed':
      return (
        <Alert color="red" role="alert" title={importText.refusedTitle}>
          {run.report.refusal?.sentence}
        </Alert>
      );
    case 'problems':
      return <Problems problems={run.report.problems ?? []} />;
    case 'applied':
      return <Applied report={run.report} />;
  }
}

function Reading({ progress }: Pick<ImportRun, 'progress'>) {
  const { sheet, done, total } = progress;
  const label = sheet === null ? importText.queued : importText.stage(sheet, done, total);
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm" role="status">
        <Text fw={600}>{importText.readingTitle}</Text>
        <Progress value={total > 0 ? (100 * done) / total : 100} animated size="lg" aria-label={label} />
        <Text size="sm">{label}</Text>
        <Text size="sm" c="var(--quiet)">
          {importText.readingAbout}
        </Text>
      </Stack>
    </Paper>
  );
}

function Problems({ problems }: { problems: NonNullable<ImportRun['report']['problems']> }) {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <Stack>
      <Alert color="red" role="alert" title={importText.problemsTitle(errors)}>
        {importText.problemsAbout}
      </Alert>
      <ProblemList problems={problems} />
    </Stack>
  );
}

function Applied({ report }: Pick<ImportRun, 'report'>) {
  const warnings = report.problems ?? [];
  return (
    <Stack>
      <Alert color="green" role="status" title={importText.appliedTitle} />
      <ChangeTable changes={report.changes ?? {}} />
      {warnings.length > 0 && (
        <>
          <Text fw={600}>{importText.warningsTitle(warnings.length)}</Text>
          <ProblemList problems={warnings} />
        </>
      )}
    </Stack>
  );
}
