import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { tokenText as text } from '../../labels/signing.ts';
import { linkToken } from './signing.client.ts';
import { keepCode, keptCode, listTokenCertificates } from './token-agent.client.ts';

/** Pairs this browser with the agent on the PC, then takes over a certificate of the token that is plugged in. */
export function LinkToken({ agentUrl }: { agentUrl: string }) {
  const queries = useQueryClient();
  const [code, setCode] = useState(keptCode);
  const finding = useMutation({
    mutationFn: async () => {
      const found = await listTokenCertificates({ url: agentUrl, code: code.trim() });
      keepCode(code.trim());
      return found;
    },
  });
  const linking = useMutation({
    mutationFn: linkToken,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['signing'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    finding.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={8}>
        <RefusalNotice error={finding.error ?? linking.error} />
        <PasswordInput
          label={text.code}
          description={text.codeHint}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          required
        />
        <Button type="submit" variant="default" loading={finding.isPending}>
          {text.find}
        </Button>
        {finding.data?.length === 0 && <Text size="sm">{text.none}</Text>}
        {finding.data?.map((certificate) => (
          <Button
            key={certificate.fingerprint}
            loading={linking.isPending}
            onClick={() => linking.mutate({ certificate: certificate.certificate, chain: certificate.chain })}
          >
            {text.use(certificate.holder, certificate.tokenLabel)}
          </Button>
        ))}
      </Stack>
    </form>
  );
}
