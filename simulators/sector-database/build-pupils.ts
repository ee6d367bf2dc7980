import type { EthnicGroupName } from './names.ts';
import { ethnicGroups, inventName, inventParentName } from './names.ts';
import type { Gender, Grade, Pupil, SchoolClass } from './school-data.ts';
import type { SchoolPlan } from './school-plan.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Codes of registration of birth before the mergers: An Giang, Kiên Giang, Cần Thơ, Hậu Giang, Sóc Trăng, Bạc Liêu, Cà Mau, Hà Giang. */
const registrationCodes: readonly (readonly [string, number])[] = [
  ['094', 62],
  ['092', 18],
  ['093', 7],
  ['095', 5],
  ['089', 3],
  ['091', 2],
  ['096', 2],
  ['002', 1],
];

/** The register of a school before any awkward case is planted: classes filled evenly, ordered by given name. */
export function buildPupils(plan: SchoolPlan, classes: readonly SchoolClass[], random: SeededRandom): Pupil[] {
  const enrol = enrolment(plan, random);
  const pupils: Pupil[] = [];
  classes.forEach((schoolClass, index) => {
    const size = Math.floor(plan.pupils / classes.length) + (index < plan.pupils % classes.length ? 1 : 0);
    const members = Array.from({ length: size }, () => enrol(schoolClass));
    pupils.push(...members.sort((left, right) => sortKey(left).localeCompare(sortKey(right), 'vi')));
  });
  return pupils;
}

/** Vietnamese lists go by given name, then family and middle names. */
function sortKey(pupil: Pupil): string {
  const words = pupil.fullName.split(' ');
  return `${words.at(-1) ?? ''} ${words.slice(0, -1).join(' ')} ${pupil.birthDate}`;
}

function enrolment(plan: SchoolPlan, random: SeededRandom): (schoolClass: SchoolClass) => Pupil {
  const personalIds = personalIdOffice(plan.personalIdSeries);
  const seen = new Set<string>();
  let count = 0;
  return (schoolClass) => {
    const group = random.pickWeighted(plan.ethnicGroups);
    const gender: Gender = random.chance(0.515) ? 'male' : 'female';
    const { fullName, birthDate } = distinctPerson(seen, () => ({
      fullName: inventName(random, group, gender),
      birthDate: inventBirthDate(random, schoolClass.grade),
    }));
    count += 1;
    const registration = random.pickWeighted(registrationCodes);
    return {
      studentId: `${plan.codePrefix}${String(count).padStart(5, '0')}`,
      classCode: schoolClass.code,
      fullName,
      birthDate,
      gender,
      status: 'Đang học',
      statusOn: null,
      ...origins(plan, random, { group, fullName }),
      disability: null,
      individualEducationPlan: false,
      personalId: personalIds({ registration, gender, birthDate }),
      temporaryCode: null,
      registerNumber: `${String(count).padStart(4, '0')}/${2026 - schoolClass.grade}`,
      enrolledOn: `${2026 - schoolClass.grade}-09-05`,
    };
  };
}

function distinctPerson<T extends { fullName: string; birthDate: string }>(seen: Set<string>, invent: () => T): T {
  for (;;) {
    const person = invent();
    const key = `${person.fullName} ${person.birthDate}`;
    if (seen.has(key)) continue;
    seen.add(key);
    return person;
  }
}

function inventBirthDate(random: SeededRandom, grade: Grade): string {
  const year = 2020 - grade - (random.chance(0.02) ? 1 : 0);
  return `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

type Origins = Pick<
  Pupil,
  | 'ethnicityCode'
  | 'ethnicity'
  | 'nationality'
  | 'birthPlace'
  | 'homeTown'
  | 'address'
  | 'fatherName'
  | 'motherName'
  | 'guardianName'
>;

function origins(
  plan: SchoolPlan,
  random: SeededRandom,
  { group, fullName }: { group: EthnicGroupName; fullName: string },
): Origins {
  const { communeName, provinceName } = plan.facts;
  const fatherKnown = random.chance(0.95);
  return {
    ethnicityCode: ethnicGroups[group].code,
    ethnicity: ethnicGroups[group].label,
    nationality: 'Việt Nam',
    birthPlace: provinceName,
    homeTown: group === 'tay' ? 'Tuyên Quang' : group === 'ede' ? 'Đắk Lắk' : `${communeName}, ${provinceName}`,
    address: `${random.pick(plan.hamlets)}, ${communeName}, ${provinceName}`,
    fatherName: fatherKnown ? inventParentName(random, group, { childName: fullName, gender: 'male' }) : null,
    motherName: inventParentName(random, group, { childName: fullName, gender: 'female' }),
    guardianName: fatherKnown ? null : inventName(random, group, random.chance(0.5) ? 'male' : 'female'),
  };
}

interface BirthRegistration {
  readonly registration: string;
  readonly gender: Gender;
  readonly birthDate: string;
}

/**
 * Formed as the law forms them; the "random" six digits are a series and a count within province, sex and year,
 * so that they are plainly not drawn from any register.
 */
function personalIdOffice(series: string): (birth: BirthRegistration) => string {
  const counters = new Map<string, number>();
  return ({ registration, gender, birthDate }) => {
    const stem = `${registration}${gender === 'male' ? 2 : 3}${birthDate.slice(2, 4)}`;
    const number = (counters.get(stem) ?? 0) + 1;
    counters.set(stem, number);
    return `${stem}${series}${String(number).padStart(3, '0')}`;
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
