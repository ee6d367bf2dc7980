import Type from 'typebox';
import { holds } from '../../platform/actor.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireActor } from '../people/index.ts';
import { loadDuties } from './duties.ts';
import { findSchoolName, listClasses, listSchoolYears, schoolLevelOf } from './enrolment.store.ts';

const Year = Type.Object({ schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }) });

export function enrolmentRoutes(server: HttpServer, platform: Platform): void {
  server.get('/api/school-years', async (request) => {
    const actor = await requireActor(platform, request);
    return platform.database.transaction(actor, async (tx) => ({
      schoolYears: await listSchoolYears(tx, actor.schoolId),
      schoolName: await findSchoolName(tx, actor.schoolId),
      schoolLevel: await schoolLevelOf(tx, actor.schoolId),
    }));
  });
  /** The classes a person has to do with: all for management and clerks, their own for teachers. */
  server.get('/api/school-years/:schoolYear/classes', { schema: { params: Year } }, async (request) => {
    const actor = await requireActor(platform, request);
    const { schoolYear } = request.params;
    return platform.database.transaction(actor, async (tx) => {
      const duties = await loadDuties(tx, actor, schoolYear);
      const own = new Set([...duties.homeroomOf, ...duties.teaches.map((each) => each.classId)]);
      const seesAll = holds(actor, 'principal', 'vicePrincipal', 'academicClerk', 'sealClerk');
      const classes = await listClasses(tx, actor.schoolId, schoolYear);
      return {
        classes: classes
          .filter((each) => seesAll || own.has(each.classId))
          .map(({ classId, name, grade }) => ({ classId, name, grade, homeroom: duties.homeroomOf.includes(classId) })),
      };
    });
  });
}
