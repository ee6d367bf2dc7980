import { Button, FileInput, Group, Modal, PasswordInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { sealText, signingText as text } from '../../labels/signing.ts';
import { LinkToken } from './link-token.tsx';
import { registerSeal, registerSealToken, servicesQuery } from './signing.client.ts';

const KINDS = ['token', 'file'] as const;

/** Takes in the school's seal: a token at this PC where the install offers them, or a key file. */
export function RegisterSeal({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(servicesQuery);
  const [chosen, setChosen] = useState<(typeof KINDS)[number]>('token');
  const agentUrl = data?.tokenAgentUrl;
  const registered = () => {
    notifications.show({
      message: text.sealRegistered,
      color: 'green',
      closeButtonProps: { 'aria-label': sealText.closeNotice },
    });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={text.registerSeal} centered>
      <Stack>
        {agentUrl && (
          <SegmentedControl
            aria-label={sealText.kind}
            value={chosen}
            onChange={(value) => setChosen(KINDS.find((kind) => kind === value) ?? 'token')}
            data={KINDS.map((kind) => ({ value: kind, label: sealText.kinds[kind] }))}
          />
        )}
        {agentUrl && chosen === 'token' ? (
          <>
            <Text size="sm">{sealText.tokenHint}</Text>
            <LinkToken agentUrl={agentUrl} register={registerSealToken} onRegistered={registered} />
          </>
        ) : (
          <SealFile onRegistered={registered} onClose={onClose} />
        )}
      </Stack>
    </Modal>
  );
}

/** The file and, once, its password. */
function SealFile({ onRegistered, onClose }: { onRegistered: () => void; onClose: () => void }) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [password, setPassword] = useState('');
  const registering = useMutation({
    mutationFn: registerSeal,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['signing'] });
      onRegistered();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) registering.mutate({ file, password });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <RefusalNotice error={registering.error} />
        <FileInput
          label={text.sealFile}
          placeholder={text.chooseFile}
          accept=".p12,.pfx,application/x-pkcs12"
          value={file}
          onChange={setFile}
          required
        />
        <PasswordInput
          label={text.sealPassword}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="off"
          required
        />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" disabled={!file} loading={registering.isPending}>
            {text.register}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
