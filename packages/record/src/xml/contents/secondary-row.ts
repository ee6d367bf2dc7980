import type {
  CommentedSubjectResult,
  ScoredSubjectResult,
  SecondarySubjectResult,
  StudyTopic,
  YearMarks,
} from '../../secondary-record.ts';
import { commentResults } from '../../terms/comment-result.ts';
import type { SecondarySubject } from '../../terms/secondary-subject.ts';
import { secondarySubjects } from '../../terms/secondary-subject.ts';
import { type Content, choice, list, optional, sequence, type ValueForm, value } from '../content.ts';
import { frameNames } from '../names/frame-names.ts';
import * as names from '../names/secondary-names.ts';
import * as form from '../value-forms.ts';

function yearMarks<Mark>(mark: ValueForm<Mark>): Content<YearMarks<Mark>> {
  const optionalMark = optional(value(mark));
  return sequence<YearMarks<Mark>>(names.yearMarksNames, {
    first: optionalMark,
    second: optionalMark,
    year: optionalMark,
    afterReassessment: optionalMark,
  });
}

const topic = sequence<StudyTopic>(names.studyTopicNames, {
  title: value(form.line),
  score: optional(value(form.score)),
});

/** One `MonHoc` (`mh-N`) of a form with these rows: its teacher answers for it. */
export function secondaryRow(rows: readonly SecondarySubject[]): Content<SecondarySubjectResult> {
  const before = {
    subject: value(form.term(secondarySubjects.filter(({ id }) => rows.includes(id)))),
    variant: optional(value(form.line)),
    exempted: value(form.flag),
  };
  const after = {
    topic: optional(topic),
    comment: value(form.prose),
    responsible: optional(value(form.slot)),
    otherTeachers: list(frameNames.teacher, value(form.line), { most: 10 }),
  };
  const scored = sequence<Omit<ScoredSubjectResult, 'form'>>(names.scoredRowNames, {
    ...before,
    marks: yearMarks(form.score),
    ...after,
  });
  const commented = sequence<Omit<CommentedSubjectResult, 'form'>>(names.commentedRowNames, {
    ...before,
    marks: yearMarks(form.term(commentResults)),
    ...after,
  });
  return choice<'form', SecondarySubjectResult>('form', {
    byScore: { marker: names.scoredRowNames.marks, content: scored },
    byComment: { marker: names.commentedRowNames.marks, content: commented },
  });
}
