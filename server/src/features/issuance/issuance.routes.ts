import Type from 'typebox';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireActor } from '../people/index.ts';
import { previewSheet } from './preview-sheet.ts';
import { readClassRecords, readIssuedFile } from './read-issued.ts';
import { rendering } from './rendering.ts';
import { reopenSeal } from './reopen-seal.ts';

const ClassOfYear = Type.Object({
  schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }),
  classId: Type.String({ maxLength: 60 }),
});
const Sheet = Type.Object({ yearSheetId: Type.String({ format: 'uuid' }) });
const Uuid = Type.Object({ sessionId: Type.String({ format: 'uuid' }) });

/** The file itself says what it is, wherever it is saved. */
const PREVIEW_NAME = 'ban-xem-truoc-chua-ky.pdf';

const files = {
  xml: { type: 'application/xml', name: 'hocba.xml' },
  pdf: { type: 'application/pdf', name: 'hocba.pdf' },
} as const;

export function issuanceRoutes(server: HttpServer, platform: Platform): void {
  server.get('/api/classes/:schoolYear/:classId/records', { schema: { params: ClassOfYear } }, async (request) =>
    readClassRecords(platform, await requireActor(platform, request), request.params),
  );
  for (const kind of ['xml', 'pdf'] as const) {
    server.get(`/api/year-sheets/:yearSheetId/${kind}`, { schema: { params: Sheet } }, async (request, reply) => {
      const { yearSheetId } = request.params as { yearSheetId: string };
      const bytes = await readIssuedFile(platform, await requireActor(platform, request), { yearSheetId, kind });
      return reply
        .type(files[kind].type)
        .header('content-disposition', `inline; filename="${files[kind].name}"`)
        .send(Buffer.from(bytes));
    });
  }
  server.get('/api/year-sheets/:yearSheetId/preview.pdf', { schema: { params: Sheet } }, async (request, reply) => {
    const { yearSheetId } = request.params as { yearSheetId: string };
    const actor = await requireActor(platform, request);
    const pdf = await previewSheet(platform, actor, { yearSheetId, pool: rendering() });
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${PREVIEW_NAME}"`)
      .send(Buffer.from(pdf));
  });
  server.post(
    '/api/signing/sessions/:sessionId/seal',
    { schema: { params: Uuid, body: Type.Object({ sealPassword: Type.Optional(Type.String({ maxLength: 200 })) }) } },
    async (request) => {
      const actor = await requireActor(platform, request);
      await reopenSeal(platform, actor, { ...request.params, ...request.body });
      return { reopened: true };
    },
  );
}
