import { formatPartialDate } from '@hocba/record';
import { Anchor, Box, Button, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { TextBadge } from '../../components/text-badge.tsx';
import { signingText as text } from '../../labels/signing.ts';
import { fileAddress } from '../issuance/issuance.client.ts';
import type { WaitingDocument } from './signing.client.ts';

export type ListedDocument = WaitingDocument & { readonly className: string };

/** What will be signed; those that call for a second look first, always shown. */
export function DocumentList({ documents }: { documents: readonly ListedDocument[] }) {
  const [open, setOpen] = useState(false);
  const exceptions = documents.filter((document) => reasonsToLook(document).length > 0);
  const others = documents.filter((document) => reasonsToLook(document).length === 0);
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {exceptions.length > 0 ? text.exceptions(exceptions.length) : text.noExceptions}
      </Text>
      {exceptions.length > 0 && <Documents documents={exceptions} caption={text.exceptions(exceptions.length)} />}
      {others.length > 0 && (
        <>
          <Button
            variant="default"
            size="xs"
            style={{ alignSelf: 'start' }}
            onClick={() => setOpen(!open)}
            aria-expanded={open}
          >
            {open ? text.hide : text.show}: {text.others(others.length)}
          </Button>
          {open && (
            <Box style={{ maxHeight: 420, overflow: 'auto' }}>
              <Documents documents={others} caption={text.others(others.length)} />
            </Box>
          )}
        </>
      )}
    </Stack>
  );
}

function reasonsToLook({ notes }: ListedDocument): string[] {
  return [...new Set(notes)];
}

function Documents({ documents, caption }: { documents: readonly ListedDocument[]; caption: string }) {
  return (
    <DataTable caption={caption} head={[text.class, text.pupil, text.birthDate, text.result, text.why]}>
      {documents.map((document) => (
        <Table.Tr key={document.yearSheetId}>
          <Table.Td>{document.className}</Table.Td>
          <Table.Td>
            <Anchor
              href={fileAddress(document.yearSheetId, 'preview.pdf')}
              target="_blank"
              rel="noopener"
              title={text.openSheet}
            >
              {document.fullName}
            </Anchor>
          </Table.Td>
          <Table.Td>{document.birthDate && formatPartialDate(document.birthDate)}</Table.Td>
          <Table.Td>{document.yearResult ?? text.noLevel}</Table.Td>
          <Table.Td>
            {reasonsToLook(document).map((reason) => (
              <TextBadge key={reason} tone="warn">
                {reason}
              </TextBadge>
            ))}
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
