import { coreCompetences, coreQualities, labelOf, qualityLevels, type RatedRow } from '@hocba/record';
import { Paper, SimpleGrid, Stack, Text, Textarea, Title } from '@mantine/core';
import { pupilText as text } from '../../labels/entry.ts';
import { LevelSelect } from './level-select.tsx';
import { complaintAbout } from './outcome.ts';
import type { PupilEditor } from './use-pupil-editor.ts';

const blocks = [
  { rows: 'qualities', comment: 'qualitiesComment', kind: 'quality', terms: coreQualities },
  { rows: 'generalCompetences', comment: 'generalCompetencesComment', kind: 'competence', terms: coreCompetences },
  { rows: 'specificCompetences', comment: 'specificCompetencesComment', kind: 'competence', terms: coreCompetences },
] as const;

/** Phẩm chất, năng lực chung, năng lực đặc thù, each block with its shared comment. */
export function QualityBlocks({ editor }: { editor: PupilEditor }) {
  return blocks.map((block) => <Block key={block.rows} block={block} editor={editor} />);
}

function Block({ block, editor }: { block: (typeof blocks)[number]; editor: PupilEditor }) {
  const all = editor.draft.qualitiesAndCompetences;
  const rows: readonly RatedRow<string>[] = all[block.rows];
  const set = (part: object) =>
    editor.change((facts) => ({ ...facts, qualitiesAndCompetences: { ...facts.qualitiesAndCompetences, ...part } }));
  const setRow = (row: RatedRow<string>) =>
    set({ [block.rows]: rows.map((each) => (each.name === row.name ? row : each)) });
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {text[block.rows]}
        </Title>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
          {rows.map((row) => (
            <Rated
              key={row.name}
              row={row}
              kind={block.kind}
              label={labelIn(block.terms, row.name)}
              editor={editor}
              onChange={setRow}
            />
          ))}
        </SimpleGrid>
        <Textarea
          label={text.sharedComment}
          aria-label={`${text.sharedComment}: ${text[block.rows]}`}
          value={all[block.comment]}
          onChange={(event) => set({ [block.comment]: event.currentTarget.value })}
          autosize
          minRows={1}
          maxRows={8}
        />
      </Stack>
    </Paper>
  );
}

function labelIn(terms: readonly { id: string; label: string; code: string }[], id: string): string {
  return labelOf(terms, id);
}

interface RatedProps {
  readonly row: RatedRow<string>;
  readonly kind: 'quality' | 'competence';
  readonly label: string;
  readonly editor: PupilEditor;
  readonly onChange: (row: RatedRow<string>) => void;
}

function Rated({ row, kind, label, editor, onChange }: RatedProps) {
  const { outcome } = editor.evaluation;
  const due = outcome.supplementaryDue.some((each) => each.kind === kind && each.of === row.name);
  return (
    <div>
      <Text size="sm">{label}</Text>
      <LevelSelect
        field={`${kind}.${row.name}`}
        label={text.levelOf(label)}
        levels={qualityLevels}
        value={row.level}
        onChange={(level) => onChange({ ...row, level })}
        error={complaintAbout(outcome, kind, row.name)}
      />
      {(due || row.supplementary !== null) && (
        <>
          <Text size="xs" mt={4}>
            {text.supplementary}
          </Text>
          <LevelSelect
            field={`again-${kind}.${row.name}`}
            label={`${text.supplementaryLevel}: ${label}`}
            levels={qualityLevels}
            value={row.supplementary}
            onChange={(supplementary) => onChange({ ...row, supplementary })}
          />
        </>
      )}
    </div>
  );
}
