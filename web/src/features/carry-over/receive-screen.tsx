import { Alert, Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { receiveText as text } from '../../labels/carry-over.ts';
import { DeliveryList } from './delivery-list.tsx';
import { type Deliveries, useDeliveries } from './use-deliveries.ts';

/** Year sheets that the school's own software computed come in as files: chosen, sent class by class, answered class by class. */
export function ReceiveScreen() {
  const work = useDeliveries();
  return (
    <Page
      title={text.title}
      about={text.about}
      actions={
        <LinkButton to="/classes" variant="default">
          {text.back}
        </LinkButton>
      }
    >
      <Dropzone
        onDrop={(files) => void work.choose(files)}
        disabled={work.busy}
        inputProps={{ 'aria-label': text.drop }}
        p="xl"
        bg="white"
      >
        <Stack align="center" gap={4} style={{ pointerEvents: 'none' }}>
          <Text fw={600} ta="center">
            {text.drop}
          </Text>
          <Text size="sm" c="var(--quiet)" ta="center">
            {text.dropHint}
          </Text>
        </Stack>
      </Dropzone>
      {work.leftOut.length > 0 && (
        <Alert color="yellow" role="alert">
          <List size="sm">
            {work.leftOut.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {work.deliveries.length > 0 && <Chosen work={work} />}
    </Page>
  );
}

function Chosen({ work }: { work: Deliveries }) {
  const { deliveries, left, busy, stateOf } = work;
  const files = countFiles(deliveries);
  const toSend = countFiles(left);
  const done = files - toSend;
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm">{text.chosen(files, deliveries.length)}</Text>
        <Group gap="xs">
          <Button variant="default" disabled={busy} onClick={work.clear}>
            {text.clear}
          </Button>
          {toSend > 0 && (
            <Button loading={busy} onClick={() => void work.send()}>
              {text.send(toSend)}
            </Button>
          )}
        </Group>
      </Group>
      {busy && (
        <div>
          <Progress value={(100 * done) / files} aria-label={text.working(done, files)} />
          <Text size="sm" role="status">
            {text.working(done, files)}
          </Text>
        </div>
      )}
      {toSend === 0 && <Alert color="green" role="status" title={text.done(done)} />}
      <DeliveryList deliveries={deliveries} stateOf={stateOf} />
    </Stack>
  );
}

function countFiles(deliveries: Deliveries['deliveries']): number {
  return deliveries.reduce((total, { files }) => total + files.length, 0);
}
