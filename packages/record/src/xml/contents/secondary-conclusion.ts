import type {
  CompetitionResult,
  Qualification,
  SecondaryCommendationEntry,
  SecondaryYearConclusion,
  YearLevels,
} from '../../secondary-record.ts';
import { commendationForms } from '../../terms/commendation-form.ts';
import { competitionLevels, competitionPrizes } from '../../terms/competition.ts';
import { promotionManners } from '../../terms/promotion-manner.ts';
import { qualificationKinds } from '../../terms/qualification-kind.ts';
import { secondaryCommendations } from '../../terms/secondary-commendation.ts';
import { secondaryLevels } from '../../terms/secondary-level.ts';
import { list, optional, sequence, value } from '../content.ts';
import { frameNames } from '../names/frame-names.ts';
import * as names from '../names/secondary-names.ts';
import * as form from '../value-forms.ts';

const line = value(form.line);
const level = optional(value(form.term(secondaryLevels)));
const levels = sequence<YearLevels>(names.yearLevelsNames, {
  first: level,
  second: level,
  year: level,
  afterSummer: level,
});

/** Two half-days on each of 366 days. */
const halfDays = value(form.wholeNumber(0, 732));

const commendation = sequence<SecondaryCommendationEntry>(names.commendationNames, {
  form: value(form.term(commendationForms)),
  title: optional(value(form.term(secondaryCommendations))),
  text: line,
});

const qualification = sequence<Qualification>(names.qualificationNames, {
  kind: value(form.term(qualificationKinds)),
  title: line,
  grading: optional(line),
  issuer: optional(line),
  issuedOn: optional(value(form.calendarDate)),
});

const competition = sequence<CompetitionResult>(names.competitionNames, {
  name: line,
  level: value(form.term(competitionLevels)),
  prize: value(form.term(competitionPrizes)),
  heldOn: optional(value(form.calendarDate)),
});

/** `KetLuan` of THCS, THPT, GDTX. */
export const secondaryConclusion = sequence<SecondaryYearConclusion>(names.secondaryConclusionNames, {
  conduct: levels,
  academic: levels,
  absentHalfDays: sequence<SecondaryYearConclusion['absentHalfDays']>(names.absenceNames, {
    withLeave: halfDays,
    withoutLeave: halfDays,
  }),
  promotion: value(form.term(promotionManners)),
  principalReason: optional(value(form.prose)),
  levelCompleted: value(form.flag),
  commendations: list(frameNames.commendationEntry, commendation, { most: 50 }),
  qualifications: list(frameNames.qualification, qualification, { most: 50 }),
  competitions: list(frameNames.competition, competition, { most: 50 }),
  homeroomComment: value(form.prose),
  summerComment: optional(value(form.prose)),
});
