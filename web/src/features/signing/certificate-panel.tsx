import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '../../components/moment.ts';
import { signingText as text } from '../../labels/signing.ts';
import { LinkCertificate } from './link-certificate.tsx';
import { RegisterSeal } from './register-seal.tsx';
import { type Credential, linkProblemQuery, type Slot } from './signing.client.ts';

/** The certificate that will be used, or how to get one in. */
export function CertificatePanel({ credential, slot }: { credential: Credential | null; slot: Slot }) {
  const seal = slot === 'organisationSeal';
  return (
    <Paper withBorder p="md" component="section" aria-label={seal ? text.sealCertificate : text.certificate}>
      <Stack gap="xs">
        <LinkOutcome />
        <Group justify="space-between" align="start">
          <CertificateFacts credential={credential} seal={seal} />
          {seal ? <SealChange registered={credential !== null} /> : <LinkCertificate linked={credential !== null} />}
        </Group>
      </Stack>
    </Paper>
  );
}

function CertificateFacts({ credential, seal }: { credential: Credential | null; seal: boolean }) {
  if (!credential) return <Text style={{ flex: '1 1 260px' }}>{seal ? text.noSeal : text.noCertificate}</Text>;
  const day = formatDay(credential.validUntil);
  const expired = new Date(credential.validUntil).getTime() < Date.now();
  return (
    <div>
      <Text size="sm" c="var(--quiet)">
        {seal ? text.sealCertificate : text.certificate}
      </Text>
      <Text fw={600}>{credential.holder}</Text>
      <Text size="sm" c={expired ? 'red.9' : 'dark'}>
        {expired ? text.expired(day) : text.validUntil(day)}
      </Text>
      <Text size="xs" c="var(--quiet)" style={{ overflowWrap: 'anywhere' }}>
        {text.serial(credential.serialNumber)}
      </Text>
    </div>
  );
}

/** What the signing service said when the browser came back from it. */
function LinkOutcome() {
  const { linked } = useSearch({ from: '/frame/signing' });
  const { data: problem } = useQuery({ ...linkProblemQuery, enabled: linked === 0 });
  if (linked === 1) return <Alert color="green" role="status" title={text.linked} />;
  return linked === 0 && problem ? <Alert color="red" role="alert" title={problem} /> : null;
}

function SealChange({ registered }: { registered: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={registered ? 'default' : 'filled'} onClick={() => setOpen(true)}>
        {registered ? text.replaceSeal : text.registerSeal}
      </Button>
      {open && <RegisterSeal onClose={() => setOpen(false)} />}
    </>
  );
}
