import { fillSchool } from '../../../scripts/demo/fill-school.ts';
import { openRegistries } from '../../../scripts/demo/registry-office.ts';
import { type ClassToWalk, carryOverClass, signClass } from '../../../scripts/demo/walk-class.ts';
import { buildSecondSchool, writeWorkbook } from '../../../simulators/sector-database/index.ts';
import { type StoryWorld, startStoryWorld } from './story-world.ts';

export interface IssuedClass {
  readonly world: StoryWorld;
  readonly walk: ClassToWalk;
  readonly schoolId: string;
}

/** A world of its own whose small school has issued one class; nothing handed in yet. */
export async function issueOneClass(wish: { purpose: string; profile: string }): Promise<IssuedClass> {
  const world = await startStoryWorld(wish);
  const { data, facts } = buildSecondSchool(7);
  const { schoolId, name, schoolYear } = data.school;
  const classId = data.classes[0]?.code ?? '';
  const workbook = await writeWorkbook(data);
  const log = () => undefined;
  await fillSchool(world, { schoolId, schoolName: name, people: facts, workbook, classes: [classId] }, log);
  await openRegistries(world);
  const walk = { schoolYear, classId, people: facts };
  await carryOverClass(world, walk);
  await signClass(world, walk, log);
  return { world, walk, schoolId };
}
