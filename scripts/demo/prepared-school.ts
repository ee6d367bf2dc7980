import { assembleRecordXml, rowOfSlot, type SecondaryYearSheet, writeYearSheet } from '@hocba/record';
import type { StaffMember as ListedStaff } from '../../simulators/sector-database/index.ts';
import { createAccounts, giveCredential, giveSeal, open } from './fill-school.ts';
import { acceptSeal, lockCohort, signAs, submitClass } from './walk-class.ts';
import type { World } from './world.ts';

/** A school whose own software has computed a class's sheets; here they are only signed, issued and handed in. */
export interface PreparedSchool {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly schoolYear: string;
  readonly classId: string;
  readonly sheets: readonly SecondaryYearSheet[];
  readonly people: PreparedPeople;
}

/** Whom the sheets name, and as whom they sign in. */
type StaffMember = Pick<ListedStaff, 'staffId' | 'fullName' | 'loginName'> & { readonly position: string };

interface PreparedPeople {
  readonly academicClerk: StaffMember;
  readonly sealClerk: StaffMember;
  readonly principal: StaffMember;
  readonly homeroomTeacher: StaffMember;
  readonly subjectTeachers: readonly StaffMember[];
}

/** The school of sheets that all are of one class, its staff as the sheets name them; `code` begins every login name. */
export function preparedSchool(
  code: string,
  sheets: readonly [SecondaryYearSheet, ...SecondaryYearSheet[]],
): PreparedSchool {
  const [{ school, schoolYear, className, signatories }] = sheets;
  const person = (staffId: string, fullName: string, position: string): StaffMember => ({
    ...{ staffId, fullName, position },
    loginName: `${code}.${staffId}`.toLowerCase(),
  });
  const at = (slot: string) => {
    const found = signatories.find((each) => each.slot === slot);
    if (!found) throw new Error(`the sheet names nobody at ${slot}`);
    return person(found.staffId, found.name, found.position);
  };
  return {
    schoolId: school.schoolId,
    schoolName: school.name,
    schoolYear,
    classId: className,
    sheets,
    people: {
      academicClerk: person('HV01', 'Phan Thị Mai', 'Nhân viên học vụ'),
      sealClerk: person('VT01', 'Đinh Công Thành', 'Văn thư'),
      principal: at('principal'),
      homeroomTeacher: at('homeroomTeacher'),
      subjectTeachers: signatories.filter(({ slot }) => rowOfSlot(slot) !== undefined).map(({ slot }) => at(slot)),
    },
  };
}

/** Accounts, the sheets handed in as the school's own software would hand them in, keys and seal; may be repeated. */
export async function fillPreparedSchool(world: World, school: PreparedSchool): Promise<void> {
  const { sealClerk, principal, homeroomTeacher, subjectTeachers } = school.people;
  await openPreparedAccounts(world, school);
  await handInSheets(world, school);
  const signing = [principal, homeroomTeacher, ...subjectTeachers];
  await Promise.all(signing.map((person) => giveCredential(world, school, person)));
  await giveSeal(world, school, await open(world, sealClerk));
}

/** An account for everybody the sheets name, and for the clerks. */
export async function openPreparedAccounts(world: World, { schoolId, people }: PreparedSchool): Promise<void> {
  const { academicClerk, sealClerk, principal, homeroomTeacher, subjectTeachers } = people;
  const account = ({ loginName, fullName, staffId }: StaffMember, position: string) => ({
    ...{ username: loginName, password: world.secrets.password, fullName, schoolId, staffId },
    ...{ positions: [position], communeCode: null },
  });
  await createAccounts(world, 'school', [
    account(academicClerk, 'academicClerk'),
    account(sealClerk, 'sealClerk'),
    account(principal, 'principal'),
    account(homeroomTeacher, 'homeroomTeacher'),
    ...subjectTeachers.map((teacher) => account(teacher, 'subjectTeacher')),
  ]);
}

/** Once: the server refuses a second sheet of the same year. */
async function handInSheets(world: World, { people, schoolYear, sheets }: PreparedSchool): Promise<void> {
  const clerk = await open(world, people.academicClerk);
  const held = await clerk.get<{ classes: unknown[] }>(`/api/school-years/${schoolYear}/progress`);
  if (held.classes.length > 0) return;
  const files = sheets.map((sheet, index) => ({
    name: `hoc-ba-${index + 1}.xml`,
    xml: assembleRecordXml(writeYearSheet(sheet), []),
  }));
  await clerk.post('/api/year-sheets/prepared', { schoolYear, files });
}

/** Every subject teacher, homeroom teacher, head, seal; then handed in, received, and locked by the province. */
export async function walkPreparedSchool(world: World, school: PreparedSchool): Promise<void> {
  const { homeroomTeacher, principal, sealClerk, subjectTeachers } = school.people;
  const { schoolYear, schoolId } = school;
  await Promise.all(subjectTeachers.map((person) => signAs(world, { schoolYear, slot: 'subjectTeacher', person })));
  await signAs(world, { schoolYear, slot: 'homeroomTeacher', person: homeroomTeacher });
  await signAs(world, { schoolYear, slot: 'principal', person: principal });
  await signAs(world, { schoolYear, slot: 'organisationSeal', person: sealClerk });
  await acceptSeal(world, school, { registry: 'province', schoolId });
  await submitClass(world, school);
  await lockCohort(world, school, { registry: 'province', schoolId, cohort: 'completed' });
}
