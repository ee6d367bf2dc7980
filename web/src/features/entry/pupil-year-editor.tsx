import { formatPartialDate } from '@hocba/record';
import { Alert, Box, Grid, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { pupilText as text } from '../../labels/entry.ts';
import { Refusal } from '../../server.ts';
import { CommendationFields } from './commendation-fields.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import type { PupilKey, PupilYear } from './entry.client.ts';
import { HealthFields } from './health-fields.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { PrincipalDecision } from './principal-decision.tsx';
import { PupilToolbar } from './pupil-toolbar.tsx';
import { QualityBlocks } from './quality-blocks.tsx';
import { SaveBar } from './save-bar.tsx';
import { SubjectsTable } from './subjects-table.tsx';
import { useNeighbours } from './use-neighbours.ts';
import { type PupilEditor, usePupilEditor } from './use-pupil-editor.ts';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

export function PupilYearEditor({ of, loaded }: { of: PupilKey; loaded: PupilYear }) {
  const editor = usePupilEditor(of, loaded);
  const { base } = editor;
  const { previous, next, position } = useNeighbours(of, base);
  const navigate = useNavigate();
  const go = (recordId: string | undefined) =>
    recordId && void navigate({ to: '/pupils/$schoolYear/$recordId', params: { ...of, recordId } });
  useHotkeys(
    [
      ['mod+S', () => editor.changed && editor.saving.mutate()],
      ['alt+ArrowUp', () => go(previous)],
      ['alt+ArrowDown', () => go(next)],
    ],
    [],
  );
  const about = `${text.about(base.className, of.schoolYear)} · ${text.born(formatPartialDate(base.profile.birthDate))}`;
  return (
    <Page
      title={base.profile.fullName}
      about={about}
      actions={
        <PupilToolbar
          of={of}
          classId={base.classId}
          className={base.className}
          neighbours={{ previous, next, position }}
        />
      }
    >
      <LeaveGuard editor={editor} />
      <Notices editor={editor} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Fields editor={editor} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Box style={{ position: 'sticky', top: 76 }}>
            <Stack>
              <OutcomePanel evaluation={editor.evaluation} withheld={editor.draft.levelWithheld} />
              <PrincipalDecision editor={editor} />
            </Stack>
          </Box>
        </Grid.Col>
      </Grid>
      {(base.may.edit || base.may.decidePromotion) && <SaveBar editor={editor} />}
    </Page>
  );
}

function Notices({ editor }: { editor: PupilEditor }) {
  const { base, saving, conflict, evaluation, unreadable } = editor;
  const code = saving.error instanceof Refusal ? saving.error.code : undefined;
  const saidElsewhere = code === 'saved-by-another' || (code === 'unreadable' && !unreadable);
  return (
    <Stack gap="xs">
      <WithdrawnNotice withdrawn={base.withdrawn} prepared={false} />
      {base.closed && <Alert color="gray" title={text[base.closed]} />}
      {!base.closed && !base.may.edit && <Text c="var(--quiet)">{text.readOnly}</Text>}
      {base.profile.individualEducationPlan && <Text fw={600}>{text.plan}</Text>}
      {conflict && <ConflictNotice conflict={conflict} editor={editor} />}
      <RefusalNotice error={(saidElsewhere ? null : saving.error) ?? evaluation.error} />
    </Stack>
  );
}

function Fields({ editor }: { editor: PupilEditor }) {
  return (
    <fieldset disabled={!editor.base.may.edit} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
      <Stack key={editor.epoch}>
        <SubjectsTable editor={editor} />
        <QualityBlocks editor={editor} />
        <HealthFields editor={editor} />
        <CommendationFields editor={editor} />
      </Stack>
    </fieldset>
  );
}
