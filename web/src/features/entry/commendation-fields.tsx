import { Checkbox, Paper, Stack, Textarea, Title } from '@mantine/core';
import { pupilText as text } from '../../labels/entry.ts';
import type { Commendation } from './entry.client.ts';
import type { PupilEditor } from './use-pupil-editor.ts';

const undecided: Commendation = { outstandingOrClearProgress: false, recognisedByClass: false, others: [] };

/** Khen thưởng: what people decide; the rules only say who may receive it. @law TT27/2020 Đ13 */
export function CommendationFields({ editor: { base, draft, change } }: { editor: PupilEditor }) {
  const commendation = draft.commendation ?? undecided;
  const set = (part: Partial<Commendation>) =>
    change((facts) => ({ ...facts, commendation: { ...commendation, ...part } }));
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Title order={2} size="h5">
          {text.commendation}
        </Title>
        <Checkbox
          label={text.outstanding}
          checked={commendation.outstandingOrClearProgress}
          onChange={(event) => set({ outstandingOrClearProgress: event.currentTarget.checked })}
        />
        <Checkbox
          label={text.recognised}
          checked={commendation.recognisedByClass}
          onChange={(event) => set({ recognisedByClass: event.currentTarget.checked })}
        />
        <Textarea
          label={text.otherCommendations}
          value={commendation.others.join('\n')}
          onChange={(event) => set({ others: linesOf(event.currentTarget.value) })}
          autosize
          minRows={1}
        />
        {base.profile.individualEducationPlan && (
          <Checkbox
            label={text.withheld}
            checked={draft.levelWithheld}
            onChange={(event) => {
              const levelWithheld = event.currentTarget.checked;
              change((facts) => ({ ...facts, levelWithheld }));
            }}
          />
        )}
      </Stack>
    </Paper>
  );
}

/** An empty text is no line; an empty last line is one being begun. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n').slice(0, 20);
}
