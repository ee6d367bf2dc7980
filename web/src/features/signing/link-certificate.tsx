import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { serviceKinds, signingText as text, tokenText } from '../../labels/signing.ts';
import { LinkToken } from './link-token.tsx';
import { beginLink, linkService, linkToken, type SigningService, servicesQuery } from './signing.client.ts';

const TOKEN = 'token';
/** The service of the install's settings. */
const INSTALL = 'install';

/** What this person signs with: the install's service, one of the school's own, or a token; asked only where there is a choice. */
export function LinkCertificate({ linked }: { linked: boolean }) {
  const { data } = useQuery(servicesQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const services = data?.services ?? [];
  const options = [
    ...services.map(({ serviceId, kind, name }) => ({ value: serviceId, label: labelOf(kind, name) })),
    ...(data?.tokenAgentUrl ? [{ value: TOKEN, label: tokenText.option }] : []),
  ];
  const value = chosen ?? options[0]?.value ?? INSTALL;
  return (
    <Stack gap={8} maw={360} w="100%">
      {options.length > 1 && (
        <Select label={text.service} data={options} value={value} onChange={setChosen} allowDeselect={false} />
      )}
      {value === INSTALL && <LinkAtInstall linked={linked} />}
      {value === TOKEN && data?.tokenAgentUrl && <LinkToken agentUrl={data.tokenAgentUrl} register={linkToken} />}
      {value !== INSTALL && value !== TOKEN && <LinkByName key={value} serviceId={value} />}
    </Stack>
  );
}

function labelOf(kind: SigningService['kind'], name: string): string {
  return kind === 'cscV2' ? name : `${name} · ${serviceKinds[kind]}`;
}

function LinkAtInstall({ linked }: { linked: boolean }) {
  const linking = useMutation({ mutationFn: beginLink, onSuccess: ({ url }) => window.location.assign(url) });
  return (
    <Stack gap={4}>
      <RefusalNotice error={linking.error} />
      <Button variant={linked ? 'default' : 'filled'} loading={linking.isPending} onClick={() => linking.mutate()}>
        {linked ? text.linkAgain : text.link}
      </Button>
      {!linked && (
        <Text size="xs" c="var(--quiet)">
          {text.linkHint}
        </Text>
      )}
    </Stack>
  );
}

function LinkByName({ serviceId }: { serviceId: string }) {
  const queries = useQueryClient();
  const [userName, setUserName] = useState('');
  const linking = useMutation({
    mutationFn: linkService,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['signing'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    linking.mutate({ serviceId, userName });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={8}>
        <RefusalNotice error={linking.error} />
        <TextInput
          label={text.userName}
          description={text.userNameHint}
          value={userName}
          onChange={(event) => setUserName(event.currentTarget.value)}
          autoComplete="off"
          required
        />
        <Button type="submit" loading={linking.isPending}>
          {text.link}
        </Button>
      </Stack>
    </form>
  );
}
