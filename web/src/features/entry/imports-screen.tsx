import { Stack, Table, Text, Title } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import '@mantine/dropzone/styles.css';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ScreenLink } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { formatMoment } from '../../components/moment.ts';
import { Page } from '../../components/page.tsx';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { importText } from '../../labels/entry.ts';
import { Refusal } from '../../server.ts';
import { type ImportLine, importsQuery, startImport } from './import.client.ts';
import { ImportState } from './import-state.tsx';

export function ImportsScreen() {
  const imports = useQuery(importsQuery);
  return (
    <Page title={importText.title} about={importText.about}>
      <WorkbookDrop />
      <Title order={2} size="h4">
        {importText.earlier}
      </Title>
      <Loaded query={imports}>{(lines) => <ImportTable lines={lines} />}</Loaded>
    </Page>
  );
}

function WorkbookDrop() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [misfit, setMisfit] = useState<Error | null>(null);
  const uploading = useMutation({
    mutationFn: startImport,
    onSuccess: async ({ importId }) => {
      await queries.invalidateQueries(importsQuery);
      await navigate({ to: '/import/$importId', params: { importId } });
    },
  });
  const take = ([file]: File[]) => {
    setMisfit(null);
    if (!file) return;
    if (!/\.xlsx$/i.test(file.name)) {
      setMisfit(new Refusal(400, { code: 'not-xlsx', sentence: importText.notXlsx }));
      return;
    }
    uploading.mutate(file);
  };
  return (
    <Stack gap="sm">
      <RefusalNotice error={misfit ?? uploading.error} />
      <Dropzone
        onDrop={take}
        onReject={() => take([])}
        loading={uploading.isPending}
        multiple={false}
        inputProps={{ 'aria-label': importText.drop }}
        p="xl"
        bg="white"
      >
        <Stack align="center" gap={4} style={{ pointerEvents: 'none' }}>
          <Text fw={600} ta="center">
            {uploading.isPending ? importText.uploading : importText.drop}
          </Text>
          <Text size="sm" c="var(--quiet)" ta="center">
            {importText.dropHint}
          </Text>
        </Stack>
      </Dropzone>
    </Stack>
  );
}

function ImportTable({ lines }: { lines: readonly ImportLine[] }) {
  if (lines.length === 0) return <Empty>{importText.none}</Empty>;
  return (
    <DataTable caption={importText.earlier} head={[importText.file, importText.at, importText.state]}>
      {lines.map((line) => (
        <Table.Tr key={line.importId}>
          <Table.Td>
            <ScreenLink to="/import/$importId" params={{ importId: line.importId }}>
              {line.fileName}
            </ScreenLink>
          </Table.Td>
          <Table.Td>{formatMoment(line.startedAt)}</Table.Td>
          <Table.Td>
            <ImportState status={line.status} />
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
