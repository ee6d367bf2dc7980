import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { tokenText as text } from '../../labels/signing.ts';
import { keepCode, keptCode, listTokenCertificates } from './token-agent.client.ts';

interface LinkTokenProps {
  readonly agentUrl: string;
  /** Takes the certificate over: as the person's own, or as the school's seal. */
  readonly register: (certificate: { certificate: string; chain: readonly string[] }) => Promise<unknown>;
  readonly onRegistered?: () => void;
}

/** Pairs this browser with the agent on the PC, then takes over a certificate of the token that is plugged in. */
export function LinkToken({ agentUrl, register, onRegistered }: LinkTokenProps) {
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
    mutationFn: register,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['signing'] });
      onRegistered?.();
    },
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
