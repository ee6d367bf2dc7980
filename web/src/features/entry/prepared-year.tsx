import { formatPartialDate, labelOf, recordStates } from '@hocba/record';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Page } from '../../components/page.tsx';
import { TextBadge } from '../../components/text-badge.tsx';
import { classText } from '../../labels/carry-over.ts';
import { pupilText, preparedText as text } from '../../labels/entry.ts';
import { stateTones } from '../../labels/record-state-tones.ts';
import { fileAddress } from '../issuance/issuance.client.ts';
import type { PreparedPupilYear, PupilKey } from './entry.client.ts';
import { PreparedConclusion } from './prepared-conclusion.tsx';
import { PreparedSubjects } from './prepared-subjects.tsx';
import { PupilToolbar } from './pupil-toolbar.tsx';
import { useNeighbours } from './use-neighbours.ts';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

/** A sheet that came finished from the school's own software, as it was handed in: to read, not to change. */
export function PreparedYear({ of, year }: { of: PupilKey; year: PreparedPupilYear }) {
  const { profile, className, classId, sheet, withdrawn } = year;
  const neighbours = useNeighbours(of, year);
  const about = `${pupilText.about(className, of.schoolYear)} · ${pupilText.born(formatPartialDate(profile.birthDate))}`;
  return (
    <Page
      title={profile.fullName}
      about={about}
      actions={<PupilToolbar of={of} classId={classId} className={className} neighbours={neighbours} />}
    >
      <WithdrawnNotice withdrawn={withdrawn} prepared />
      <Group gap="sm">
        <State state={sheet.state} />
        <Text size="sm">{text.version(sheet.version)}</Text>
        <Button
          component="a"
          href={fileAddress(sheet.yearSheetId, 'preview.pdf')}
          target="_blank"
          rel="noopener"
          variant="default"
        >
          {text.preview}
        </Button>
      </Group>
      <Text size="sm" c="var(--quiet)">
        {text.about}
      </Text>
      <Stack>
        <PreparedSubjects sheet={sheet.content} />
        <PreparedConclusion sheet={sheet.content} />
      </Stack>
    </Page>
  );
}

function State({ state }: Pick<PreparedPupilYear['sheet'], 'state'>) {
  if (state === 'withdrawn') return <TextBadge tone="warn">{classText.readinessLabels.awaitingFile}</TextBadge>;
  return <TextBadge tone={stateTones[state]}>{labelOf(recordStates, state)}</TextBadge>;
}
