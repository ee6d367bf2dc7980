import Type from 'typebox';
import { AppError } from '../../platform/app-error.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { schoolLevelOf } from '../enrolment/index.ts';
import { requireActor } from '../people/index.ts';
import { cancelSession } from './cancel-session.ts';
import { linkRemoteCredential, registerSeal } from './link-credential.ts';
import { listSessions } from './list-sessions.ts';
import { listSlots } from './list-slots.ts';
import { readSession, readWaiting } from './read-signing.ts';
import { serviceRoutes } from './service.routes.ts';
import { type SessionSlot, sessionSlots } from './session-slot.ts';
import { startSession } from './start-session.ts';

const Slot = Type.Unsafe<SessionSlot>(Type.Enum(sessionSlots.map(({ id }) => id)));
const Waiting = Type.Object({ schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }), slot: Slot });
const Start = Type.Object({
  slot: Slot,
  yearSheetIds: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 5000 }),
  sealPassword: Type.Optional(Type.String({ maxLength: 200 })),
});
const SessionKey = Type.Object({ sessionId: Type.String({ format: 'uuid' }) });

declare module 'fastify' {
  interface Session {
    signingLink?: { codeVerifier: string; state: string };
    /** Why the last attempt to link failed, until the screen has shown it. */
    signingLinkProblem?: string;
  }
}

export function signingRoutes(server: HttpServer, platform: Platform): void {
  server.get('/api/signing/slots', async (request) => {
    const actor = await requireActor(platform, request);
    const level = await platform.database.transaction(actor, (tx) => schoolLevelOf(tx, actor.schoolId));
    return { slots: listSlots(actor, platform.profile, level) };
  });
  server.get('/api/signing/waiting', { schema: { querystring: Waiting } }, async (request) =>
    readWaiting(platform, await requireActor(platform, request), request.query),
  );
  server.post('/api/signing/sessions', { schema: { body: Start } }, async (request, reply) => {
    const actor = await requireActor(platform, request);
    return reply.status(202).send({ sessionId: await startSession(platform, actor, request.body) });
  });
  server.get('/api/signing/sessions', async (request) => ({
    sessions: await listSessions(platform, await requireActor(platform, request)),
  }));
  server.get('/api/signing/sessions/:sessionId', { schema: { params: SessionKey } }, async (request) =>
    readSession(platform, await requireActor(platform, request), request.params.sessionId),
  );
  server.post('/api/signing/sessions/:sessionId/cancellation', { schema: { params: SessionKey } }, async (request) => {
    await cancelSession(platform, await requireActor(platform, request), request.params.sessionId);
    return { cancelled: true };
  });
  remoteLinkRoutes(server, platform);
  serviceRoutes(server, platform);
  server.post('/api/signing/seal', async (request) => {
    const actor = await requireActor(platform, request);
    const part = await request.file();
    if (!part) throw noFile();
    const file = await part.toBuffer();
    const field = part.fields['password'];
    const password = field && 'value' in field ? String(field.value) : '';
    await registerSeal(platform, actor, { file, password });
    return { registered: true };
  });
}

/** The browser goes to the signing service and comes back; what proves it is the same browser waits in its session. */
function remoteLinkRoutes(server: HttpServer, platform: Platform): void {
  const redirectUri = `${platform.config.publicUrl}/api/signing/remote/callback`;
  server.post('/api/signing/remote/link', async (request) => {
    await requireActor(platform, request);
    if (!platform.remoteSigning) throw noService();
    const { url, codeVerifier, state } = await platform.remoteSigning.signIn.begin(redirectUri);
    request.session.signingLink = { codeVerifier, state };
    return { url };
  });
  server.get('/api/signing/remote/callback', async (request, reply) => {
    const actor = await requireActor(platform, request);
    const kept = request.session.signingLink;
    if (!kept) throw noLink();
    delete request.session.signingLink;
    const callbackUrl = new URL(request.url, platform.config.publicUrl);
    try {
      await linkRemoteCredential(platform, actor, { callbackUrl, ...kept });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      request.session.signingLinkProblem = error.sentence;
      return reply.redirect('/signing?linked=0');
    }
    return reply.redirect('/signing?linked=1');
  });
  /** The sentence is told once. */
  server.get('/api/signing/remote/link-problem', async (request) => {
    await requireActor(platform, request);
    const sentence = request.session.signingLinkProblem ?? null;
    delete request.session.signingLinkProblem;
    return { sentence };
  });
}

function noFile(): AppError {
  return new AppError({ code: 'no-file', status: 400, sentence: 'Chưa chọn tệp chứng thư (.p12).' });
}

function noService(): AppError {
  return new AppError({
    code: 'no-remote-signing',
    status: 409,
    sentence: 'Trường chưa cấu hình dịch vụ ký số từ xa.',
  });
}

function noLink(): AppError {
  return new AppError({
    code: 'link-not-begun',
    status: 400,
    sentence: 'Liên kết chứng thư chưa được bắt đầu từ trình duyệt này. Hãy bấm “Liên kết chứng thư số” lại.',
  });
}
