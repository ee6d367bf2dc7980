import type { FastifyInstance, FastifyReply } from 'fastify';
import { CscError } from '../remote-signing/csc-error.ts';
import { pinPage, requestsPage } from '../remote-signing/phone/phone-pages.ts';
import { RequestFields } from '../remote-signing/request-fields.ts';
import { newSecret } from '../remote-signing/secrets.ts';
import type { Person } from './people.ts';
import type { Provider } from './provider.ts';
import type { SigningRequest } from './signing-requests.ts';

type OwnerPath = { Params: { userId: string } };
const STATES = { approve: 'approved', reject: 'rejected' } as const;
const UNLOCKED_SECONDS = 15 * 60;

/** The person's phone: the only place where a list is approved. Called after every counted answer: `onAnswer`. */
export function phoneRoutes(
  app: FastifyInstance,
  provider: Provider,
  onAnswer: (request: SigningRequest) => void = () => undefined,
): void {
  const unlocked = new Map<string, string>();
  const ownerOf = (cookie: string | undefined, userId: string) =>
    cookie !== undefined && unlocked.get(cookie) === userId ? provider.people.find(userId) : undefined;

  app.get<OwnerPath>('/phone/:userId', async (request, reply) => {
    const { userId } = request.params;
    const owner = ownerOf(request.cookies['phone'], userId);
    return html(reply, owner ? listPage(provider, owner) : pinPage(userId));
  });
  app.post<OwnerPath>('/phone/:userId/login', async (request, reply) => {
    const { userId } = request.params;
    try {
      await provider.people.requirePin(userId, new RequestFields(request.body).string('pin'));
    } catch (error) {
      if (!(error instanceof CscError)) throw error;
      return html(reply.status(error.status), pinPage(userId, error.message));
    }
    const secret = newSecret();
    unlocked.set(secret, userId);
    reply.setCookie('phone', secret, { path: '/phone', httpOnly: true, sameSite: 'strict', maxAge: UNLOCKED_SECONDS });
    return reply.redirect(`/phone/${encodeURIComponent(userId)}`, 303);
  });
  app.post<OwnerPath>('/phone/:userId/logout', async (request, reply) => {
    unlocked.delete(request.cookies['phone'] ?? '');
    return reply.redirect(`/phone/${encodeURIComponent(request.params.userId)}`, 303);
  });
  app.post<OwnerPath>('/phone/:userId/decide', async (request, reply) => {
    const { userId } = request.params;
    const owner = ownerOf(request.cookies['phone'], userId);
    if (!owner) return html(reply.status(401), pinPage(userId, 'Đã hết thời gian mở khoá. Hãy nhập lại mã PIN.'));
    const fields = new RequestFields(request.body);
    const state = STATES[fields.oneOf('decision', ['approve', 'reject'])];
    const counted = settle(provider, { userId, state, requestId: fields.string('responseID') }, onAnswer);
    return html(reply, listPage(provider, owner, counted ? MESSAGES[state] : MESSAGES.late));
  });
  app.post('/phone/api', async (request) => {
    const fields = new RequestFields(request.body);
    const { userId } = await provider.people.requirePin(fields.string('userId'), fields.string('pin'));
    const decision = fields.oneOf('decision', ['list', 'approve', 'reject']);
    const only = fields.optionalString('responseID');
    const waiting = provider.requests.pendingOf(userId).filter(({ requestId }) => (only ?? requestId) === requestId);
    if (decision !== 'list')
      for (const { requestId } of waiting) settle(provider, { userId, state: STATES[decision], requestId }, onAnswer);
    return { requests: waiting.map((each) => shown(provider, each)) };
  });
}

const MESSAGES = {
  approved: 'Bạn đã đồng ý. Nơi yêu cầu sẽ nhận chữ ký.',
  rejected: 'Bạn đã từ chối. Không có gì được ký.',
  late: 'Yêu cầu này đã được trả lời hoặc đã quá hạn.',
};

interface Answer {
  readonly userId: string;
  readonly state: 'approved' | 'rejected';
  readonly requestId: string;
}

function settle(provider: Provider, { userId, state, requestId }: Answer, onAnswer: (of: SigningRequest) => void) {
  const goodForSeconds = provider.faults.sadSeconds ?? provider.settings.sadSeconds;
  const counted = provider.requests.decide(requestId, { userId, state, goodForSeconds });
  const request = provider.requests.find(requestId);
  if (counted && request) onAnswer(request);
  return counted;
}

function shown(provider: Provider, request: SigningRequest) {
  return {
    responseID: request.requestId,
    client: clientName(provider, request.clientId),
    description: request.description,
    numSignatures: request.hashes.length,
    root: request.listRoot,
    documents: request.hashes.map((hash, index) => ({ hash, label: request.labels[index] })),
  };
}

function listPage(provider: Provider, owner: Person, message?: string): string {
  const requests = provider.requests
    .pendingOf(owner.userId)
    .map((request) => ({ ...request, authorisationId: request.requestId }));
  return requestsPage(owner, {
    requests,
    clientName: (clientId) => clientName(provider, clientId),
    ...(message === undefined ? {} : { message }),
  });
}

function clientName(provider: Provider, clientId: string): string {
  return provider.settings.clients.find((client) => client.clientId === clientId)?.name ?? clientId;
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html').send(text);
}
