import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../components/moment.ts';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { registryText as text } from '../../labels/exchange.ts';
import { decideIssuer, type Issuer, type IssuerDecision } from './issuers.client.ts';

/** The officer compares the certificate with the school's letter, then approves or not. */
export function DecideIssuer({ issuer, onClose }: { issuer: Issuer; onClose: () => void }) {
  const queries = useQueryClient();
  const [validFrom, setValidFrom] = useState(issuer.validFrom ?? '');
  const [validTo, setValidTo] = useState(issuer.validTo ?? '');
  const { schoolId, certificateSha256 } = issuer;
  const deciding = useMutation({
    mutationFn: (decision: IssuerDecision['decision']) =>
      decideIssuer({
        schoolId,
        certificateSha256,
        decision,
        ...(validFrom ? { validFrom } : {}),
        ...(validTo ? { validTo } : {}),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      notifications.show({ message: text.decided, color: 'green' });
      onClose();
    },
  });
  const waiting = issuer.state === 'requested';
  return (
    <Modal opened onClose={onClose} title={text.decideTitle(issuer.schoolName)} centered>
      <Stack>
        <RefusalNotice error={deciding.error} />
        <Certificate issuer={issuer} />
        <Group grow>
          <TextInput
            type="date"
            label={text.validFrom}
            value={validFrom}
            onChange={(e) => setValidFrom(e.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={text.validTo}
            value={validTo}
            onChange={(e) => setValidTo(e.currentTarget.value)}
          />
        </Group>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button
            variant="outline"
            color="red.9"
            disabled={deciding.isPending}
            onClick={() => deciding.mutate(waiting ? 'refused' : 'ended')}
          >
            {waiting ? text.refuse : text.end}
          </Button>
          {waiting && (
            <Button loading={deciding.isPending} onClick={() => deciding.mutate('approved')}>
              {text.approve}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Certificate({ issuer }: { issuer: Issuer }) {
  return (
    <Stack gap={4}>
      <Text size="sm">{text.decideAbout}</Text>
      <Text size="sm">
        <b>{text.holder}:</b> {issuer.subject}
      </Text>
      <Text size="sm">
        <b>{text.authority}:</b> {issuer.issuer} ({text.notAfter(formatDay(issuer.notAfter))})
      </Text>
      <Text size="sm" fw={600}>
        {text.fingerprint}
      </Text>
      <Text className="in-fours">{(issuer.certificateSha256.match(/.{4}/g) ?? []).join(' ')}</Text>
    </Stack>
  );
}
