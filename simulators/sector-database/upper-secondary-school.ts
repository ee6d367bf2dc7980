import { assessmentFormOf } from '@hocba/record';
import {
  chosenSubjects,
  compulsorySubjects,
  lessonsPerYear,
  requiredRegularScores,
  type SecondaryLevel,
  type SecondarySubject,
  type UpperSecondaryGrade,
} from '@hocba/rules';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

type CommentLevel = 'achieved' | 'notAchieved';

/** Scores in tenths. */
export interface ScoredTerm {
  readonly regular: readonly number[];
  readonly topic: number | null;
  readonly midterm: number;
  readonly endOfTerm: number;
}

export interface TaughtSubject {
  readonly subject: SecondarySubject;
  readonly terms: readonly [ScoredTerm, ScoredTerm] | readonly [readonly CommentLevel[], readonly CommentLevel[]];
}

export interface UpperSecondaryPupil {
  readonly studentId: string;
  readonly className: string;
  readonly grade: UpperSecondaryGrade;
  readonly subjects: readonly TaughtSubject[];
  readonly conduct: readonly [SecondaryLevel, SecondaryLevel];
  readonly absentHalfDays: { readonly withLeave: number; readonly withoutLeave: number };
}

interface ClassPlan {
  readonly className: string;
  readonly grade: UpperSecondaryGrade;
  readonly chosen: readonly SecondarySubject[];
  /** The subjects of the three cụm chuyên đề. */
  readonly topics: readonly SecondarySubject[];
}

/** Sets that schools offer: four of nine, with three cụm chuyên đề among what is learnt. */
const combinations: readonly Omit<ClassPlan, 'className' | 'grade'>[] = [
  { chosen: ['physics', 'chemistry', 'biology', 'informatics'], topics: ['mathematics', 'physics', 'chemistry'] },
  { chosen: ['physics', 'chemistry', 'technology', 'informatics'], topics: ['mathematics', 'physics', 'informatics'] },
  {
    chosen: ['geography', 'economicsLaw', 'informatics', 'technology'],
    topics: ['literature', 'history', 'geography'],
  },
  { chosen: ['geography', 'economicsLaw', 'biology', 'music'], topics: ['literature', 'geography', 'economicsLaw'] },
  { chosen: ['geography', 'economicsLaw', 'fineArts', 'music'], topics: ['literature', 'history', 'economicsLaw'] },
];

const letters = 'ABCDEFGHIKLM';
const pupilsInSchool = 1500;

/** Một trường THPT: 36 classes, 1,500 pupils, all invented; the same seed, the same school. */
export function buildUpperSecondarySchool(seed: number): readonly UpperSecondaryPupil[] {
  const random = seededRandom(`hocba upper secondary school ${seed}`);
  const classes = ([10, 11, 12] as const).flatMap((grade) =>
    [...letters].map((letter): ClassPlan => ({ className: `${grade}${letter}`, grade, ...random.pick(combinations) })),
  );
  return Array.from({ length: pupilsInSchool }, (_, index) => {
    const plan = classes[index % classes.length];
    if (plan === undefined) throw new RangeError('no class');
    const studentId = `92093${String(index + 1).padStart(5, '0')}`;
    return buildPupil(studentId, plan, random.fork(studentId));
  });
}

function buildPupil(studentId: string, plan: ClassPlan, random: SeededRandom): UpperSecondaryPupil {
  const { className, grade } = plan;
  const ability = random.bell();
  const learnt = [...compulsorySubjects(grade), ...chosenSubjects.filter((subject) => plan.chosen.includes(subject))];
  return {
    studentId,
    className,
    grade,
    subjects: learnt.map((subject) => learn(subject, { plan, ability, random })),
    conduct: [conduct(random, ability), conduct(random, ability)],
    absentHalfDays: {
      withLeave: random.chance(0.5) ? random.between(0, 12) : 0,
      withoutLeave: random.chance(0.01) ? random.between(30, 50) : random.chance(0.1) ? random.between(1, 5) : 0,
    },
  };
}

interface LearningSituation {
  readonly plan: ClassPlan;
  readonly ability: number;
  readonly random: SeededRandom;
}

function learn(subject: SecondarySubject, { plan, ability, random }: LearningSituation): TaughtSubject {
  if (assessmentFormOf(subject) === 'byComment') {
    const term = () =>
      Array.from({ length: 4 }, (): CommentLevel => (random.chance(0.997) ? 'achieved' : 'notAchieved'));
    return { subject, terms: [term(), term()] };
  }
  const liking = random.bell() * 5;
  const score = (spread: number, step: number) =>
    clamp(Math.round((72 + ability * 11 + liking + random.bell() * spread) / step) * step, 0, 100);
  const count = requiredRegularScores(lessonsPerYear(subject, plan.grade));
  const term = (withTopic: boolean): ScoredTerm => ({
    regular: Array.from({ length: withTopic ? count - 1 : count }, () => score(10, 5)),
    topic: withTopic ? score(8, 5) : null,
    midterm: score(8, 1),
    endOfTerm: score(8, 1),
  });
  return { subject, terms: [term(false), term(plan.topics.includes(subject))] };
}

function conduct(random: SeededRandom, ability: number): SecondaryLevel {
  const kindness = ability * 0.5 + random.bell();
  if (kindness > -0.9) return 'good';
  if (kindness > -1.9) return 'fair';
  return kindness > -2.6 ? 'achieved' : 'notAchieved';
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
