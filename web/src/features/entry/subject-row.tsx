import { labelOf, primarySubjects, subjectLevels } from '@hocba/record';
import { Checkbox, Table, Text, Textarea } from '@mantine/core';
import { useCallback, useState } from 'react';
import { pupilText as text } from '../../labels/entry.ts';
import { countedScore, withScore, withSubject } from './draft.ts';
import type { SubjectFacts } from './entry.client.ts';
import { LevelSelect } from './level-select.tsx';
import { nextInColumn } from './next-in-column.ts';
import { complaintAbout } from './outcome.ts';
import { SupplementaryFields } from './supplementary-fields.tsx';
import { TenthsInput } from './tenths-input.tsx';
import type { PupilEditor } from './use-pupil-editor.ts';

const HIGHEST_SCORE = 100;

interface SubjectRowProps {
  readonly row: SubjectFacts;
  /** A test at the year's end belongs to it. */
  readonly tested: boolean;
  readonly editor: PupilEditor;
}

/** One row of the form: level, score, comment, each with what the rules object to. */
export function SubjectRow({ row, tested, editor }: SubjectRowProps) {
  const { change, evaluation, noteUnreadable, base } = editor;
  const label = labelOf(primarySubjects, row.subject);
  const score = countedScore(row);
  const set = (next: SubjectFacts) => change((facts) => withSubject(facts, next));
  const [unreadable, setUnreadable] = useState(false);
  const noteScore = useCallback(
    (field: string, bad: boolean) => {
      setUnreadable(bad);
      noteUnreadable(field, bad);
    },
    [noteUnreadable],
  );
  const complaintsId = `complaints-${row.subject}`;
  const complaint = (kind: string) => complaintAbout(evaluation.outcome, kind, row.subject);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} data-label="">
        {label}
        {base.profile.individualEducationPlan && (
          <Checkbox
            size="xs"
            mt={4}
            label={text.exempt}
            checked={row.exemption === 'assessment'}
            onChange={(event) => set({ ...row, exemption: event.currentTarget.checked ? 'assessment' : 'none' })}
          />
        )}
      </Table.Th>
      <Table.Td data-label={text.level}>
        <LevelSelect
          field={`level.${row.subject}`}
          label={text.levelOf(label)}
          levels={subjectLevels}
          value={row.level}
          onChange={(level) => set({ ...row, level })}
          {...(complaint('subjectLevel') ? { error: true, describedBy: complaintsId } : {})}
          onKeyDown={nextInColumn('level')}
        />
      </Table.Td>
      <Table.Td data-label={text.score} className={tested || score !== null ? '' : 'no-score'}>
        {tested || score !== null ? (
          <TenthsInput
            field={`score.${row.subject}`}
            label={text.scoreOf(label)}
            value={score}
            most={HIGHEST_SCORE}
            unreadable={text.scoreUnreadable}
            onChange={(tenths) => set(withScore(row, tenths))}
            saidElsewhere
            describedBy={complaintsId}
            error={complaint('score') !== undefined}
            noteUnreadable={noteScore}
            onKeyDown={nextInColumn('score')}
          />
        ) : (
          <Text c="var(--quiet)" aria-hidden>
            {text.none}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={text.comment}>
        <Textarea
          aria-label={text.commentOf(label)}
          value={row.comment}
          onChange={(event) => set({ ...row, comment: event.currentTarget.value })}
          autosize
          minRows={1}
          maxRows={8}
          error={complaint('comment')}
        />
        <Complaints
          id={complaintsId}
          sentences={[complaint('subjectLevel'), unreadable ? text.scoreUnreadable : complaint('score')]}
        />
        <SupplementaryFields row={row} label={label} tested={tested} editor={editor} onChange={set} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Under the widest cell: the rules' sentences are long. */
function Complaints({ id, sentences }: { id: string; sentences: readonly (string | undefined)[] }) {
  return (
    <div id={id}>
      {sentences.map(
        (sentence) =>
          sentence && (
            <Text key={sentence} size="xs" mt={4} c="var(--mantine-color-error)">
              {sentence}
            </Text>
          ),
      )}
    </div>
  );
}
