import { parseCertificate } from '@hocba/signature';
import Type from 'typebox';
import { permit } from '../../platform/app-error.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireActor } from '../people/index.ts';
import { decideIssuer } from './decide-issuer.ts';
import { mayReadIssuers } from './issuers.policy.ts';
import { listIssuers } from './issuers.store.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Decision = Type.Object({
  schoolId: Type.String({ maxLength: 64 }),
  certificateSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  decision: Type.Union([Type.Literal('approved'), Type.Literal('refused'), Type.Literal('ended')]),
  validFrom: Type.Optional(Day),
  validTo: Type.Optional(Day),
});

export function issuersRoutes(server: HttpServer, platform: Platform): void {
  server.get('/api/issuers', async (request) => {
    const actor = await requireActor(platform, request);
    permit(mayReadIssuers(actor));
    const rows = await platform.database.transaction('install', listIssuers);
    const own = rows.filter((row) => actor.communeCode === null || row.communeCode === actor.communeCode);
    return {
      issuers: own.map(({ certificate, ...row }) => {
        const { subject, issuer, notAfter } = parseCertificate(new Uint8Array(certificate));
        return { ...row, subject: subject.text, issuer: issuer.text, notAfter: new Date(notAfter).toISOString() };
      }),
    };
  });
  server.post('/api/issuers', { schema: { body: Decision } }, async (request) => {
    await decideIssuer(platform, await requireActor(platform, request), request.body);
    return { decided: request.body.decision };
  });
}
