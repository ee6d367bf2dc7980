import { fillSchool, type SchoolToFill } from '../../../scripts/demo/fill-school.ts';
import { carryOverClass } from '../../../scripts/demo/walk-class.ts';
import type { World } from '../../../scripts/demo/world.ts';
import { buildSecondSchool, type SchoolPeople, writeWorkbook } from '../../../simulators/sector-database/index.ts';

/** The small school: four classes, 96 pupils. */
export interface SmallSchool extends SchoolToFill {
  readonly schoolYear: string;
  readonly pupils: number;
}

/** The small school with its accounts, keys, certificates and seal; with `carriedOver` every class is frozen for signing. */
export async function fillSmallSchool(
  world: World,
  { carriedOver = false, seed = 7 }: { carriedOver?: boolean; seed?: number } = {},
): Promise<SmallSchool> {
  const { data, facts } = buildSecondSchool(seed);
  const classes = data.classes.map(({ code }) => code);
  const school: SmallSchool = {
    schoolId: data.school.schoolId,
    schoolName: data.school.name,
    schoolYear: data.school.schoolYear,
    people: facts,
    workbook: await writeWorkbook(data),
    classes,
    pupils: data.pupils.length,
  };
  await fillSchool(world, school, () => undefined);
  if (carriedOver) {
    for (const classId of classes) await carryOverClass(world, { ...school, classId });
  }
  return school;
}

export function homeroomTeacher(school: SmallSchool, classId: string): SchoolPeople['principal'] {
  const teacher = school.people.homeroomTeachers.get(classId);
  if (!teacher) throw new Error(`nobody has class ${classId}`);
  return teacher;
}
