import Type from 'typebox';
import { AppError, permit } from '../../platform/app-error.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { defaultWorkbookLimits, getStudentOfYear, loadDuties } from '../enrolment/index.ts';
import { requireActor } from '../people/index.ts';
import { mayImport, mayReadClass } from './entry.policy.ts';
import { FactsSchema } from './facts-schema.ts';
import { friendlyFacts } from './friendly-facts.ts';
import { getImport, listImports, startImport } from './import-workbook.ts';
import { evaluatePupil } from './pupil-outcome.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';
import { readClassEntry, readPupilYear } from './read-pupil-years.ts';
import { savePupilYear } from './save-pupil-year.ts';

const SchoolYear = Type.String({ pattern: '^\\d{4}-\\d{4}$' });
const ClassOfYear = Type.Object({ schoolYear: SchoolYear, classId: Type.String({ maxLength: 60 }) });
const PupilOfYear = Type.Object({ schoolYear: SchoolYear, recordId: Type.String({ pattern: '^[0-9a-f]{32}$' }) });

export function entryRoutes(server: HttpServer, platform: Platform): void {
  importRoutes(server, platform);
  server.get('/api/classes/:schoolYear/:classId/entry', { schema: { params: ClassOfYear } }, async (request) =>
    readClassEntry(platform, await requireActor(platform, request), request.params),
  );
  server.get('/api/pupil-years/:schoolYear/:recordId', { schema: { params: PupilOfYear } }, async (request) =>
    readPupilYear(platform, await requireActor(platform, request), request.params),
  );
  server.put(
    '/api/pupil-years/:schoolYear/:recordId',
    { schema: { params: PupilOfYear, body: Type.Object({ revision: Type.Integer(), facts: FactsSchema }) } },
    async (request) => {
      const actor = await requireActor(platform, request);
      const facts = request.body.facts as PupilYearFacts;
      await savePupilYear(platform, actor, { ...request.params, revision: request.body.revision, facts });
      return readPupilYear(platform, actor, request.params);
    },
  );
  /** The outcome of facts not yet saved, while somebody types. */
  server.post(
    '/api/pupil-years/:schoolYear/:recordId/evaluation',
    { schema: { params: PupilOfYear, body: Type.Object({ facts: FactsSchema }) } },
    async (request) => {
      const actor = await requireActor(platform, request);
      const { schoolYear } = request.params;
      return platform.database.transaction(actor, async (tx) => {
        const student = await getStudentOfYear(tx, { schoolId: actor.schoolId, ...request.params });
        permit(mayReadClass(actor, await loadDuties(tx, actor, schoolYear), student.classId));
        const facts = friendlyFacts(request.body.facts as PupilYearFacts);
        const { outcome, readiness } = evaluatePupil(facts, { student, schoolYear, grade: student.grade });
        return { outcome, readiness };
      });
    },
  );
}

function importRoutes(server: HttpServer, platform: Platform): void {
  server.post('/api/imports', async (request, reply) => {
    const actor = await requireActor(platform, request);
    permit(mayImport(actor));
    const part = await request.file({ limits: { fileSize: defaultWorkbookLimits.fileBytes } });
    if (!part) throw noFile();
    const bytes = await part.toBuffer();
    const importId = await startImport(platform, actor, { fileName: part.filename, bytes });
    return reply.status(202).send({ importId });
  });
  server.get('/api/imports', async (request) => ({
    imports: await listImports(platform, await requireActor(platform, request)),
  }));
  server.get(
    '/api/imports/:importId',
    { schema: { params: Type.Object({ importId: Type.String({ format: 'uuid' }) }) } },
    async (request) => getImport(platform, await requireActor(platform, request), request.params.importId),
  );
}

function noFile(): AppError {
  return new AppError({
    code: 'no-file',
    status: 400,
    sentence: 'Chưa chọn tệp. Hãy chọn tệp bảng tính (.xlsx) rồi tải lên.',
  });
}
