import { Checkbox, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { pupilText as text } from '../../labels/entry.ts';
import type { PupilYearFacts } from './entry.client.ts';
import type { PupilEditor } from './use-pupil-editor.ts';

type Decision = PupilYearFacts['principalDecision'];

/** Lên lớp or not, of a pupil who has not completed the grade: the principal's to say. @law TT27/2020 Đ11.1.c */
export function PrincipalDecision({ editor: { base, draft, change, evaluation } }: { editor: PupilEditor }) {
  const decision = draft.principalDecision;
  const notCompleted = evaluation.outcome.gradeCompleted.holds === false || draft.levelWithheld;
  if (!notCompleted && decision === null) return null;
  const set = (principalDecision: Decision) => change((facts) => ({ ...facts, principalDecision }));
  const value = decision === null ? '' : decision.promoted ? 'promoted' : 'retained';
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {text.decision}
        </Title>
        <Text size="sm" c="var(--quiet)">
          {text.decisionAbout}
        </Text>
        <Radio.Group
          aria-label={text.decision}
          value={value}
          onChange={(chosen) => set(chosen === '' ? null : { ...decision, promoted: chosen === 'promoted' })}
        >
          <Stack gap={6}>
            {(['promoted', 'retained', ''] as const).map((each) => (
              <Radio key={each} value={each} label={labels[each]} disabled={!base.may.decidePromotion} />
            ))}
          </Stack>
        </Radio.Group>
        {draft.levelWithheld && decision && (
          <Checkbox
            label={text.decisionCompleted}
            disabled={!base.may.decidePromotion}
            checked={decision.gradeCompleted ?? false}
            onChange={(event) => set({ ...decision, gradeCompleted: event.currentTarget.checked })}
          />
        )}
      </Stack>
    </Paper>
  );
}

const labels = {
  promoted: text.decisionPromoted,
  retained: text.decisionRetained,
  '': text.decisionNone,
} as const;
