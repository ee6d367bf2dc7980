import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { pupilText as text } from '../../labels/entry.ts';
import type { PupilEditor } from './use-pupil-editor.ts';

/** Nobody leaves unsaved changes behind without saying so. */
export function LeaveGuard({ editor: { changed, saving } }: { editor: PupilEditor }) {
  const leaving = useBlocker({
    shouldBlockFn: () => changed,
    enableBeforeUnload: () => changed,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  const saveAndGo = () => saving.mutate(undefined, { onSuccess: leaving.proceed, onError: leaving.reset });
  return (
    <Modal opened onClose={leaving.reset} title={text.leaveTitle} centered>
      <Stack>
        <Text size="sm">{text.leaveAbout}</Text>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={leaving.reset}>
            {text.leaveStay}
          </Button>
          <Button variant="default" onClick={leaving.proceed}>
            {text.leaveDiscard}
          </Button>
          <Button onClick={saveAndGo} loading={saving.isPending} data-autofocus>
            {text.leaveSave}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
