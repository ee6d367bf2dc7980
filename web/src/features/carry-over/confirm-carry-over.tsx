import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { classesText as text } from '../../labels/carry-over.ts';

export interface ToCarryOver {
  readonly ready: number;
  readonly waiting: number;
  readonly problems: number;
  /** Classes that will be refused. */
  readonly unreleased: number;
}

interface ConfirmCarryOverProps {
  readonly counts: ToCarryOver;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what will be frozen, and what will not, before it is. */
export function ConfirmCarryOver({ counts, onConfirm, onClose }: ConfirmCarryOverProps) {
  const { ready, waiting, problems, unreleased } = counts;
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <Modal opened onClose={onClose} title={text.confirmTitle} centered>
      <Stack>
        <List size="sm">
          <List.Item>{text.confirmReady(ready)}</List.Item>
          {waiting > 0 && <List.Item>{text.confirmWaiting(waiting)}</List.Item>}
          {problems > 0 && <List.Item>{text.confirmProblems(problems)}</List.Item>}
          {unreleased > 0 && <List.Item>{text.confirmUnreleased(unreleased)}</List.Item>}
        </List>
        <Text size="sm">{text.confirmAbout}</Text>
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button onClick={confirm} data-autofocus>
            {text.confirm(ready)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
