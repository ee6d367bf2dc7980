import Type from 'typebox';
import { permit } from '../../platform/app-error.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireActor } from '../people/index.ts';
import { announceSeal } from './announce-seal.ts';
import { maySubmit } from './exchange.policy.ts';
import { readReceipt, readSubmissions } from './read-submissions.ts';
import { submitRecords } from './submit-records.ts';

const SchoolYear = Type.String({ pattern: '^\\d{4}-\\d{4}$' });
const ClassId = Type.String({ maxLength: 60 });
const Uuid = Type.String({ format: 'uuid' });
const Wish = Type.Object({
  yearSheetIds: Type.Optional(Type.Array(Uuid, { maxItems: 5000 })),
  schoolYear: Type.Optional(SchoolYear),
  classId: Type.Optional(ClassId),
});

export function submissionsRoutes(server: HttpServer, platform: Platform): void {
  server.post('/api/submissions', { schema: { body: Wish } }, async (request) =>
    submitRecords(platform, await requireActor(platform, request), request.body),
  );
  server.get(
    '/api/submissions',
    { schema: { querystring: Type.Object({ schoolYear: SchoolYear, classId: Type.Optional(ClassId) }) } },
    async (request) => readSubmissions(platform, await requireActor(platform, request), request.query),
  );
  server.get(
    '/api/year-sheets/:yearSheetId/receipt',
    { schema: { params: Type.Object({ yearSheetId: Uuid }) } },
    async (request) => readReceipt(platform, await requireActor(platform, request), request.params.yearSheetId),
  );
  server.post('/api/issuer-requests', async (request) => {
    const actor = await requireActor(platform, request);
    permit(maySubmit(actor));
    await platform.database.transaction(actor, (tx) => announceSeal(tx, platform, actor.schoolId));
    return { requested: true };
  });
}
