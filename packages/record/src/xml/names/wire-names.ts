import { frameNames, rootNames, type WireName } from './frame-names.ts';
import * as identity from './identity-names.ts';
import * as primary from './primary-names.ts';
import * as secondary from './secondary-names.ts';

/** Every table of names, by the type it belongs to. The schema and docs/formats/record-xml.md are held against it. */
export const wireNames: Readonly<Record<string, Readonly<Record<string, WireName>>>> = {
  root: rootNames,
  frame: frameNames,
  general: identity.generalNames,
  school: identity.schoolNames,
  student: identity.studentNames,
  secondaryStudent: identity.secondaryStudentNames,
  schooling: identity.schoolingNames,
  signatory: identity.signatoryNames,
  primarySheet: primary.primarySheetNames,
  primaryRow: primary.primaryRowNames,
  ratedRow: primary.ratedRowNames,
  qualitiesAndCompetences: primary.qualityNames,
  primaryConclusion: primary.primaryConclusionNames,
  scoredRow: secondary.scoredRowNames,
  commentedRow: secondary.commentedRowNames,
  yearMarks: secondary.yearMarksNames,
  yearLevels: secondary.yearLevelsNames,
  studyTopic: secondary.studyTopicNames,
  absence: secondary.absenceNames,
  secondaryConclusion: secondary.secondaryConclusionNames,
  commendation: secondary.commendationNames,
  qualification: secondary.qualificationNames,
  competition: secondary.competitionNames,
};

const labelByName = new Map(
  Object.values(wireNames).flatMap((table) => Object.values(table).map(({ name, label }) => [name, label])),
);

/** Vietnamese label of an element of the XML, to say where a file was damaged; undefined for a stranger. */
export function labelOfField(wireName: string): string | undefined {
  return labelByName.get(wireName);
}
