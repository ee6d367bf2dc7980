import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { peopleText } from '../../labels/people.ts';
import { signIn } from './people.client.ts';

/** Asks for name and password; `username` fixes the name when a session only has to go on. */
export function SignInForm({ username, onSignedIn }: { username?: string; onSignedIn: () => unknown }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const attempt = useMutation({ mutationFn: signIn, onSuccess: onSignedIn });
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate({ username: username ?? name, password });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <RefusalNotice error={attempt.error} />
        {username === undefined && (
          <TextInput
            ref={first}
            label={peopleText.username}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            data-autofocus
          />
        )}
        <PasswordInput
          label={peopleText.password}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
        />
        <Button type="submit" loading={attempt.isPending}>
          {peopleText.signIn}
        </Button>
      </Stack>
    </form>
  );
}
