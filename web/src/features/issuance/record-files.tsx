import { Anchor, Group, Text } from '@mantine/core';
import { recordsText as text } from '../../labels/issuance.ts';
import { holds, useSession } from '../people/session.ts';
import { fileAddress, type RecordLine } from './issuance.client.ts';

/** What of a record can be taken away: the PDF, the XML and, once the registry has it, the receipt. */
export function RecordFiles({ record: { yearSheetId, issued, fullName, state } }: { record: RecordLine }) {
  const seesReceipts = holds(useSession(), 'principal', 'vicePrincipal', 'academicClerk', 'sealClerk');
  const received = state === 'received' || state === 'locked';
  if (!issued) {
    return (
      <Group gap="sm">
        <Text size="sm" c="var(--quiet)">
          {text.notIssued}
        </Text>
        <Anchor
          href={fileAddress(yearSheetId, 'preview.pdf')}
          target="_blank"
          rel="noopener"
          aria-label={text.previewOf(fullName)}
          size="sm"
        >
          {text.preview}
        </Anchor>
      </Group>
    );
  }
  return (
    <Group gap="sm">
      <Anchor
        href={fileAddress(yearSheetId, 'pdf')}
        target="_blank"
        rel="noopener"
        aria-label={text.pdfOf(fullName)}
        size="sm"
      >
        {text.pdf}
      </Anchor>
      <Anchor
        href={fileAddress(yearSheetId, 'xml')}
        download={`hoc-ba-${yearSheetId}.xml`}
        aria-label={text.xmlOf(fullName)}
        size="sm"
      >
        {text.xml}
      </Anchor>
      {received && seesReceipts && (
        <Anchor
          href={fileAddress(yearSheetId, 'receipt')}
          download={`bien-nhan-${yearSheetId}.json`}
          aria-label={text.receiptOf(fullName)}
          size="sm"
        >
          {text.receipt}
        </Anchor>
      )}
    </Group>
  );
}
