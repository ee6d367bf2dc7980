import Type from 'typebox';
import { notFound, permit } from '../../platform/app-error.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { loadDuties } from '../enrolment/index.ts';
import { mayReadClass } from '../entry/index.ts';
import { requireActor } from '../people/index.ts';
import { carryOverClass } from './carry-over-class.ts';
import { reconcile } from './class-summary.ts';
import { releaseClass } from './release-class.ts';
import { findClassSummary, sheetsOfClass } from './save-class-summary.ts';
import { withdrawYearSheet } from './withdraw-year-sheet.ts';

const ClassOfYear = Type.Object({
  schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }),
  classId: Type.String({ maxLength: 60 }),
});

export function carryOverRoutes(server: HttpServer, platform: Platform): void {
  server.post('/api/classes/:schoolYear/:classId/release', { schema: { params: ClassOfYear } }, async (request) => {
    await releaseClass(platform, await requireActor(platform, request), request.params);
    return { released: true };
  });
  server.post('/api/classes/:schoolYear/:classId/carry-over', { schema: { params: ClassOfYear } }, async (request) =>
    carryOverClass(platform, await requireActor(platform, request), request.params),
  );
  /** The class summary, and the proof that it agrees with every sheet: the list of differing cells, empty. */
  server.get('/api/classes/:schoolYear/:classId/summary', { schema: { params: ClassOfYear } }, async (request) => {
    const actor = await requireActor(platform, request);
    const key = { schoolId: actor.schoolId, ...request.params };
    return platform.database.transaction(actor, async (tx) => {
      permit(mayReadClass(actor, await loadDuties(tx, actor, key.schoolYear), key.classId));
      const summary = await findClassSummary(tx, key);
      if (!summary) throw notFound('bảng tổng hợp của lớp (lớp chưa kết chuyển)');
      return { ...summary, differences: reconcile(summary.content, await sheetsOfClass(tx, key)) };
    });
  });
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
