import type { PupilYearFacts, SubjectFacts } from './pupil-year-facts.ts';

type Changes = Partial<Record<'vietnamese' | 'mathematics', Partial<SubjectFacts>>>;

/** Facts with two subjects, changed as given. */
export function factsWith(changes: Changes): PupilYearFacts {
  return {
    heightTenths: 1200,
    weightTenths: 250,
    absentWithLeave: 0,
    absentWithoutLeave: 0,
    subjects: (['vietnamese', 'mathematics'] as const).map((subject) => ({
      subject,
      level: 'completed',
      tests: [{ scoreTenths: 80, effective: true }],
      comment: `Nhận xét môn ${subject}.`,
      supplementary: null,
      exemption: 'none',
      ...changes[subject],
    })),
    qualitiesAndCompetences: {
      qualities: [],
      qualitiesComment: '',
      generalCompetences: [],
      generalCompetencesComment: '',
      specificCompetences: [],
      specificCompetencesComment: '',
    },
    levelWithheld: false,
    principalDecision: null,
    commendation: null,
  };
}
