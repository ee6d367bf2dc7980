import { Button, FileInput, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { signingText as text } from '../../labels/signing.ts';
import { registerSeal } from './signing.client.ts';

/** Takes in the school's seal: its file and, once, the file's password. */
export function RegisterSeal({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [password, setPassword] = useState('');
  const registering = useMutation({
    mutationFn: registerSeal,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['signing'] });
      notifications.show({ message: text.sealRegistered, color: 'green' });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) registering.mutate({ file, password });
  };
  return (
    <Modal opened onClose={onClose} title={text.registerSeal} centered>
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
    </Modal>
  );
}
