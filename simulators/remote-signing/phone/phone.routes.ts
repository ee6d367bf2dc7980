import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Authorisation, decide, pendingOf } from '../authorisation/authorisation-store.ts';
import { CscError } from '../csc-error.ts';
import { findClient } from '../oauth/require-client.ts';
import { requirePin } from '../oauth/require-pin.ts';
import { RequestFields } from '../request-fields.ts';
import type { Service } from '../service.ts';
import { type PhoneOwner, pinPage, requestsPage } from './phone-pages.ts';
import { findOwner, lock, unlock } from './phone-session.ts';

type OwnerPath = { Params: { userId: string } };
const STATES = { approve: 'approved', reject: 'rejected' } as const;

/** The person's phone: the only place where a list is approved. */
export function phoneRoutes(app: FastifyInstance, service: Service): void {
  app.get<OwnerPath>('/phone/:userId', async (request, reply) => {
    const { userId } = request.params;
    const owner = await findOwner(service, request, userId);
    return html(reply, owner === undefined ? pinPage(userId) : await requestsFor(service, owner));
  });

  app.post<OwnerPath>('/phone/:userId/login', async (request, reply) => {
    const { userId } = request.params;
    try {
      await requirePin(service.pool, userId, new RequestFields(request.body).string('pin'));
    } catch (error) {
      if (!(error instanceof CscError)) throw error;
      return html(reply.status(error.status), pinPage(userId, error.message));
    }
    await unlock(service, reply, userId);
    return reply.redirect(`/phone/${encodeURIComponent(userId)}`, 303);
  });

  app.post<OwnerPath>('/phone/:userId/logout', async (request, reply) => {
    await lock(service, request, reply);
    return reply.redirect(`/phone/${encodeURIComponent(request.params.userId)}`, 303);
  });

  app.post<OwnerPath>('/phone/:userId/decide', async (request, reply) => {
    const { userId } = request.params;
    const owner = await findOwner(service, request, userId);
    if (owner === undefined)
      return html(reply.status(401), pinPage(userId, 'Đã hết thời gian mở khoá. Hãy nhập lại mã PIN.'));
    const fields = new RequestFields(request.body);
    const decision = fields.oneOf('decision', ['approve', 'reject']);
    const counted = await settle(service, userId, { decision, responseID: fields.string('responseID') });
    return html(reply, await requestsFor(service, owner, messageFor(decision, counted)));
  });

  app.post('/phone/api', async (request) => {
    const fields = new RequestFields(request.body);
    const userId = fields.string('userId');
    await requirePin(service.pool, userId, fields.string('pin'));
    return { requests: await answerAll(service, userId, fields) };
  });
}

async function answerAll(service: Service, userId: string, fields: RequestFields) {
  const decision = fields.oneOf('decision', ['list', 'approve', 'reject']);
  const only = fields.optionalString('responseID');
  const waiting = (await pendingOf(service.pool, userId)).filter(
    ({ authorisationId }) => only === undefined || only === authorisationId,
  );
  if (decision === 'list') return waiting.map((request) => shown(service, request));
  const decided: Authorisation[] = [];
  for (const request of waiting) {
    if (await settle(service, userId, { decision, responseID: request.authorisationId })) decided.push(request);
  }
  return decided.map((request) => shown(service, request));
}

function settle(
  service: Service,
  userId: string,
  { decision, responseID }: { decision: keyof typeof STATES; responseID: string },
): Promise<boolean> {
  const sadSeconds = service.faults.sadSeconds ?? service.config.sadSeconds;
  return decide(service.pool, responseID, { userId, state: STATES[decision], sadSeconds });
}

function shown(service: Service, request: Authorisation) {
  return {
    responseID: request.authorisationId,
    client: nameOf(service, request.clientId),
    description: request.description,
    numSignatures: request.hashes.length,
    root: request.listRoot,
    documents: request.hashes.map((hash, index) => ({ hash, label: request.labels[index] })),
  };
}

async function requestsFor(service: Service, owner: PhoneOwner, message?: string): Promise<string> {
  const requests = await pendingOf(service.pool, owner.userId);
  const clientName = (clientId: string) => nameOf(service, clientId);
  return requestsPage(owner, { requests, clientName, ...(message === undefined ? {} : { message }) });
}

function nameOf(service: Service, clientId: string): string {
  return findClient(service.config, clientId)?.name ?? clientId;
}

function messageFor(decision: keyof typeof STATES, counted: boolean): string {
  if (!counted) return 'Yêu cầu này đã được trả lời hoặc đã quá hạn.';
  return decision === 'approve' ? 'Bạn đã đồng ý. Nơi yêu cầu sẽ nhận chữ ký.' : 'Bạn đã từ chối. Không có gì được ký.';
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html').send(text);
}
