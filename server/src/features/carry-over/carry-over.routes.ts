import { renderClassSummary } from '@hocba/rendition';
import Type from 'typebox';
import type { Actor } from '../../platform/actor.ts';
import { notFound, permit } from '../../platform/app-error.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { loadDuties } from '../enrolment/index.ts';
import { mayReadClass } from '../entry/index.ts';
import { requireActor } from '../people/index.ts';
import { carryOverClass } from './carry-over-class.ts';
import { reconcile } from './class-summary.ts';
import { takePreparedSheets } from './prepared/take-prepared-sheets.ts';
import { readProgress } from './read-progress.ts';
import { releaseClass } from './release-class.ts';
import { findClassSummary, sheetsOfClass } from './save-class-summary.ts';
import { withdrawYearSheet } from './withdraw-year-sheet.ts';

const ClassOfYear = Type.Object({
  schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }),
  classId: Type.String({ maxLength: 60 }),
});

const Year = Type.Object({ schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }) });

export function carryOverRoutes(server: HttpServer, platform: Platform): void {
  server.get('/api/school-years/:schoolYear/progress', { schema: { params: Year } }, async (request) =>
    readProgress(platform, await requireActor(platform, request), request.params),
  );
  summaryRoutes(server, platform);
  server.post('/api/classes/:schoolYear/:classId/release', { schema: { params: ClassOfYear } }, async (request) => {
    await releaseClass(platform, await requireActor(platform, request), request.params);
    return { released: true };
  });
  server.post('/api/classes/:schoolYear/:classId/carry-over', { schema: { params: ClassOfYear } }, async (request) =>
    carryOverClass(platform, await requireActor(platform, request), request.params),
  );
  preparedRoutes(server, platform);
  server.post(
    '/api/year-sheets/:yearSheetId/withdrawal',
    {
      schema: {
        params: Type.Object({ yearSheetId: Type.String({ format: 'uuid' }) }),
        body: Type.Object({ reason: Type.String({ maxLength: 1000 }) }),
      },
    },
    async (request) => {
      const actor = await requireActor(platform, request);
      await withdrawYearSheet(platform, actor, { ...request.params, ...request.body });
      return { withdrawn: true };
    },
  );
}

const PreparedSheets = Type.Object({
  schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }),
  files: Type.Array(Type.Object({ name: Type.String({ maxLength: 200 }), xml: Type.String({ maxLength: 400_000 }) }), {
    minItems: 1,
    maxItems: 100,
  }),
});

/** Finished sheets from the school's own software, a class or so at a time. */
function preparedRoutes(server: HttpServer, platform: Platform): void {
  const schema = { body: PreparedSheets };
  server.post('/api/year-sheets/prepared', { schema, bodyLimit: 16 * 1024 * 1024 }, async (request) =>
    takePreparedSheets(platform, await requireActor(platform, request), request.body),
  );
}

interface SummaryRequest {
  readonly schoolYear: string;
  readonly classId: string;
}

function summaryRoutes(server: HttpServer, platform: Platform): void {
  const path = '/api/classes/:schoolYear/:classId/summary';
  /** The class summary, and the proof that it agrees with every sheet: the list of differing cells, empty. */
  server.get(path, { schema: { params: ClassOfYear } }, async (request) =>
    readSummary(platform, await requireActor(platform, request), request.params),
  );
  server.get(`${path}.pdf`, { schema: { params: ClassOfYear } }, async (request, reply) => {
    const summary = await readSummary(
      platform,
      await requireActor(platform, request),
      request.params as SummaryRequest,
    );
    const pdf = await renderClassSummary(summary.content);
    return reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="bang-tong-hop.pdf"')
      .send(Buffer.from(pdf));
  });
}

function readSummary(platform: Platform, actor: Actor, of: SummaryRequest) {
  const key = { schoolId: actor.schoolId, ...of };
  return platform.database.transaction(actor, async (tx) => {
    permit(mayReadClass(actor, await loadDuties(tx, actor, key.schoolYear), key.classId));
    const summary = await findClassSummary(tx, key);
    if (!summary) throw notFound('bảng tổng hợp của lớp (lớp chưa kết chuyển)');
    const sheets = await sheetsOfClass(tx, key);
    return { ...summary, sheets: sheets.length, differences: reconcile(summary.content, sheets) };
  });
}
