import { inventTeacherName } from './names.ts';
import type { Gender, Grade, Position, SchoolClass, StaffMember, TeachingAssignment } from './school-data.ts';
import type { SchoolPlan, SpecialistField } from './school-plan.ts';
import type { SeededRandom } from './seeded-random.ts';
import { specialistFor, taughtSubjects } from './taught-subjects.ts';

export interface StaffedSchool {
  readonly staff: readonly StaffMember[];
  readonly classes: readonly SchoolClass[];
  readonly assignments: readonly TeachingAssignment[];
}

/** Leaders and clerks first, then homeroom teachers by class, then specialists; and who teaches what. */
export function buildStaff(plan: SchoolPlan, random: SeededRandom): StaffedSchool {
  const hire = hiring(plan, random);
  const office = (['Hiệu trưởng', 'Phó hiệu trưởng', 'Nhân viên học vụ', 'Văn thư', 'Quản trị hệ thống'] as const).map(
    (position) => hire(position),
  );
  const classes: SchoolClass[] = [];
  const homeroomTeachers: StaffMember[] = [];
  for (const { code, grade } of classCodes(plan)) {
    const teacher = hire('Giáo viên');
    homeroomTeachers.push(teacher);
    classes.push({ code, grade, homeroomTeacherId: teacher.staffId });
  }
  const specialists = new Map<SpecialistField, StaffMember[]>();
  for (const [field, count] of Object.entries(plan.specialists) as [SpecialistField, number][]) {
    specialists.set(
      field,
      Array.from({ length: count }, () => hire('Giáo viên', field)),
    );
  }
  return {
    staff: [...office, ...homeroomTeachers, ...[...specialists.values()].flat()],
    classes,
    assignments: classes.flatMap((schoolClass, index) => assignmentsOf(plan, { schoolClass, index, specialists })),
  };
}

/** "1A", "1B" … in the order of grades. */
function classCodes(plan: SchoolPlan): { code: string; grade: Grade }[] {
  return [...plan.classesPerGrade].flatMap(([grade, count]) =>
    Array.from({ length: count }, (_, index) => ({ code: `${grade}${String.fromCharCode(65 + index)}`, grade })),
  );
}

interface ClassTeaching {
  readonly schoolClass: SchoolClass;
  readonly index: number;
  readonly specialists: ReadonlyMap<SpecialistField, readonly StaffMember[]>;
}

function assignmentsOf(plan: SchoolPlan, { schoolClass, index, specialists }: ClassTeaching): TeachingAssignment[] {
  const ethnicLanguage = learnsEthnicLanguage(plan, schoolClass.code);
  return taughtSubjects({ grade: schoolClass.grade, ethnicLanguage }).map((subject) => {
    const field = specialistFor(subject);
    const teachers = field === 'homeroom' ? [] : (specialists.get(field) ?? []);
    const teacher = teachers[index % Math.max(teachers.length, 1)];
    return { classCode: schoolClass.code, subject, staffId: teacher?.staffId ?? schoolClass.homeroomTeacherId };
  });
}

export function learnsEthnicLanguage(plan: SchoolPlan, classCode: string): boolean {
  return plan.ethnicLanguageLetters.includes(classCode.slice(1));
}

function hiring(plan: SchoolPlan, random: SeededRandom): (position: Position, field?: SpecialistField) => StaffMember {
  let count = 0;
  const names = new Set<string>();
  const logins = new Set<string>();
  return (position, field) => {
    const gender: Gender = random.chance(field === 'physicalEducation' ? 0.2 : 0.78) ? 'female' : 'male';
    const group = field === 'ethnicLanguage' ? 'khmer' : random.chance(0.12) ? 'khmer' : 'kinh';
    const fullName = unused(names, () => inventTeacherName(random, group, gender));
    const loginName = uniqueLogin(logins, fullName);
    count += 1;
    return {
      staffId: `${plan.codePrefix}8${String(count).padStart(4, '0')}`,
      fullName,
      birthDate: `${position.endsWith('iệu trưởng') ? random.between(1968, 1980) : random.between(1970, 2000)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
      gender,
      position,
      loginName: `${loginName}${plan.loginSuffix}`,
      email: `${loginName}@${plan.mailDomain}`,
    };
  };
}

function unused(taken: Set<string>, invent: () => string): string {
  for (;;) {
    const name = invent();
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** "Nguyễn Thị Thanh Thủy" → "thuyntt", numbered when taken. */
function uniqueLogin(taken: Set<string>, fullName: string): string {
  const words = withoutMarks(fullName).toLowerCase().split(' ');
  const base = `${words.at(-1) ?? ''}${words
    .slice(0, -1)
    .map((word) => word.charAt(0))
    .join('')}`;
  let login = base;
  for (let number = 2; taken.has(login); number += 1) login = `${base}${number}`;
  taken.add(login);
  return login;
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
