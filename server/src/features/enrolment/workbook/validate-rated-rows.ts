import type { CoreCompetence, QualitiesAndCompetences, QualityLevel } from '@hocba/record';
import { coreCompetences, coreQualities, qualityLevels } from '@hocba/record';
import { competenceMayStayBlank } from '@hocba/rules';
import { levelsInWords, qualityLevelChoices } from './choices.ts';
import type { ResultKey } from './result-header.ts';
import type { RowFields } from './row-fields.ts';
import { foldTitle } from './sheet-layouts.ts';
import type { TableRow } from './table-row.ts';
import type { SubjectRowContext } from './validate-subject-rows.ts';

/** Năng lực chung are the first three of the form. */
const generalCompetenceCount = 3;

export function readQualitiesAndCompetences(
  row: TableRow<ResultKey>,
  fields: RowFields<ResultKey>,
  context: SubjectRowContext,
): QualitiesAndCompetences {
  const comment = (key: ResultKey, label: string) =>
    fields.comment({ key, label }, context.parameters.commentMaxLength);
  const competences = coreCompetences.map(({ id, label }) => ({
    name: id as CoreCompetence,
    level: readLevel(row, fields, {
      key: `competence/${id}`,
      label: `năng lực ${label}`,
      mayStayBlank: context.individualEducationPlan || competenceMayStayBlank(id, context.grade),
    }),
    supplementary: null,
  }));
  return {
    qualities: coreQualities.map(({ id, label }) => ({
      name: id,
      level: readLevel(row, fields, {
        key: `quality/${id}`,
        label: `phẩm chất ${label}`,
        mayStayBlank: context.individualEducationPlan,
      }),
      supplementary: null,
    })),
    qualitiesComment: comment('qualitiesComment', 'Nhận xét phẩm chất'),
    generalCompetences: competences.slice(0, generalCompetenceCount),
    generalCompetencesComment: comment('generalComment', 'Nhận xét năng lực chung'),
    specificCompetences: competences.slice(generalCompetenceCount),
    specificCompetencesComment: comment('specificComment', 'Nhận xét năng lực đặc thù'),
  };
}

interface RatedCell {
  readonly key: ResultKey;
  readonly label: string;
  readonly mayStayBlank: boolean;
}

function readLevel(
  row: TableRow<ResultKey>,
  fields: RowFields<ResultKey>,
  { key, label, mayStayBlank }: RatedCell,
): QualityLevel | null {
  const text = row.line(key);
  if (text !== null) {
    const level = [...qualityLevelChoices].find(([name]) => foldTitle(name) === foldTitle(text))?.[1];
    if (level !== undefined) return level;
    const sentence = `mức “${text}” của ${label} không hợp lệ. Chỉ ghi ${levelsInWords(qualityLevels)}.`;
    fields.report(key, 'levelInvalid', sentence);
  } else if (!mayStayBlank) {
    fields.report(key, 'levelMissing', `chưa có mức đạt được của ${label}. Hãy ghi ${levelsInWords(qualityLevels)}.`);
  }
  return null;
}
