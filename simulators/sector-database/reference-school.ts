import type { AwkwardPupils } from './awkward-cases.ts';
import { plantAwkwardCases } from './awkward-cases.ts';
import { buildPupils } from './build-pupils.ts';
import { assess } from './build-results.ts';
import { buildStaff, learnsEthnicLanguage } from './build-staff.ts';
import type { Pupil, SchoolClass, SchoolData, StaffMember } from './school-data.ts';
import type { SchoolPlan } from './school-plan.ts';
import { referencePlan, secondPlan } from './school-plan.ts';
import type { SeededRandom } from './seeded-random.ts';
import { seededRandom } from './seeded-random.ts';

export interface ReferenceSchool {
  /** As exported in June: no supplementary assessment yet. */
  readonly june: SchoolData;
  /** As exported again in August: the supplementary assessments are in, nothing else changed. */
  readonly august: SchoolData;
  readonly facts: SchoolPeople & { readonly awkward: AwkwardPupils };
}

/** Who is who, for demo accounts and tours. */
export interface SchoolPeople {
  readonly principal: StaffMember;
  readonly vicePrincipal: StaffMember;
  readonly academicClerk: StaffMember;
  readonly sealClerk: StaffMember;
  readonly administrator: StaffMember;
  /** Mã lớp → giáo viên chủ nhiệm. */
  readonly homeroomTeachers: ReadonlyMap<string, StaffMember>;
}

/** The reference school: 27 classes, 847 pupils at the year's end, every awkward case. The same seed, the same school. */
export function buildReferenceSchool(seed: number): ReferenceSchool {
  const random = seededRandom(`hocba reference school ${seed}`);
  const { data, pupils } = plantAwkwardCases(buildSchool(referencePlan, random), random.fork('awkward'));
  return {
    june: { ...data, supplementary: [] },
    august: data,
    facts: { ...peopleOf(data), awkward: pupils },
  };
}

/** A small school beside it in the same install. */
export function buildSecondSchool(seed: number): { readonly data: SchoolData; readonly facts: SchoolPeople } {
  const data = buildSchool(secondPlan, seededRandom(`hocba second school ${seed}`));
  return { data, facts: peopleOf(data) };
}

function buildSchool(plan: SchoolPlan, random: SeededRandom): SchoolData {
  const { staff, classes, assignments } = buildStaff(plan, random.fork('staff'));
  const pupils = buildPupils(plan, classes, random.fork('pupils'));
  const resultsRandom = random.fork('results');
  const results = pupils.map((pupil) =>
    assess(
      { ...pupil, grade: gradeOf(classes, pupil), ethnicLanguage: learnsEthnicLanguage(plan, pupil.classCode) },
      resultsRandom.fork(pupil.studentId),
    ),
  );
  return { school: plan.facts, staff, classes, assignments, pupils, results, supplementary: [] };
}

function gradeOf(classes: readonly SchoolClass[], pupil: Pupil): SchoolClass['grade'] {
  const schoolClass = classes.find((one) => one.code === pupil.classCode);
  if (!schoolClass) throw new RangeError(`no class ${pupil.classCode}`);
  return schoolClass.grade;
}

function peopleOf(data: SchoolData): SchoolPeople {
  const holder = (position: StaffMember['position']): StaffMember => {
    const person = data.staff.find((one) => one.position === position);
    if (!person) throw new RangeError(`nobody is ${position}`);
    return person;
  };
  const byId = new Map(data.staff.map((person) => [person.staffId, person]));
  return {
    principal: holder('Hiệu trưởng'),
    vicePrincipal: holder('Phó hiệu trưởng'),
    academicClerk: holder('Nhân viên học vụ'),
    sealClerk: holder('Văn thư'),
    administrator: holder('Quản trị hệ thống'),
    homeroomTeachers: new Map(
      data.classes.flatMap(({ code, homeroomTeacherId }) => {
        const teacher = byId.get(homeroomTeacherId);
        return teacher ? [[code, teacher] as const] : [];
      }),
    ),
  };
}
