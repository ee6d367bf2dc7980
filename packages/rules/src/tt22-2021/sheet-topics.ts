import type { LawCitation } from '../reason.ts';
import type { RuleFinding } from '../rule-finding.ts';
import { averageDatum } from './academic-facts.ts';
import { offersTopic, topicCount } from './secondary-subjects.ts';
import type { GeneralSecondarySheet } from './sheet-input.ts';

/** Cụm chuyên đề học tập that the programme does not offer, or more than a pupil takes. @law TT32/2018 Đ1 */
export function topicFindings({ subjects, grade }: GeneralSecondarySheet): readonly RuleFinding[] {
  const withTopic = subjects.filter(({ topic }) => topic !== null).map(({ subject }) => subject);
  const strangers = withTopic.filter((subject) => !offersTopic(subject, grade));
  return [
    ...strangers.map((subject) =>
      found('topicNotOffered', `${averageDatum(subject).label} lớp ${grade} không có chuyên đề học tập, nhưng môn này`),
    ),
    ...(withTopic.length > topicCount
      ? [found('tooManyTopics', `Mỗi học sinh học ${topicCount} cụm chuyên đề, nhưng có ${withTopic.length} môn`)]
      : []),
  ];
}

function found(code: string, what: string): RuleFinding {
  const law: LawCitation = 'TT32/2018 Đ1';
  const sentence = `Chuyên đề học tập: ${what} ghi chuyên đề trong học bạ (${law}).`;
  return { code, severity: 'error', law, sentence, stated: null, computed: null, reasons: [] };
}
