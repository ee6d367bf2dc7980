import type { IncomingMessage } from 'node:http';
import type { OpenActHolder } from '../open-act.ts';
import { readWanted, type SigningRequest, type SigningRequests } from '../signing-requests.ts';
import type { Cryptoki } from '../token/cryptoki.ts';
import { listCertificates, type TokenCertificate } from '../token/list-certificates.ts';
import { PinError, tokenSigner } from '../token/token-signer.ts';
import { type Answer, html, json, readBody, refusal } from './answer.ts';
import { confirmPage, gonePage, outcomePage } from './confirm-page.ts';
import { type Guarded, refuseForeignForm, refuseForeignHost, refuseStranger } from './guard.ts';

export interface Agent extends Guarded {
  readonly module: Cryptoki;
  readonly requests: SigningRequests;
  readonly openAct: OpenActHolder;
}

/** Everything the agent answers: to the school's page what it may know, to the person at the PC a page of its own. */
export async function answerTo(agent: Agent, request: IncomingMessage): Promise<Answer> {
  const foreign = refuseForeignHost(request, agent);
  if (foreign) return foreign;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://agent');
  const [, area = '', name = '', id = ''] = pathname.split('/');
  if (area === 'confirm') return confirm(agent, request, { secret: name, attempt: searchParams.get('attempt') ?? '1' });
  if (request.method === 'OPTIONS') return json(204, {});
  const stranger = refuseStranger(request, agent);
  if (stranger) return stranger;
  switch (`${request.method} /${area}/${name}`) {
    case 'GET /api/certificates':
      return json(200, { certificates: listCertificates(agent.module).map(shown) });
    case 'POST /api/requests':
      return ask(agent, await readBody(request));
    case 'GET /api/requests':
      return progress(agent.requests.byId(id));
    case 'GET /api/acts':
      return json(200, { pinKept: agent.openAct.holds(id) });
    case 'DELETE /api/acts':
      if (agent.openAct.holds(id)) agent.openAct.forget();
      return json(200, { pinKept: false });
    default:
      return refusal(404, 'not-found', 'Chương trình ký không có chức năng này.');
  }
}

function shown({ fingerprint, certificate, chain, holder, notAfter, tokenLabel, pin }: TokenCertificate) {
  return {
    fingerprint,
    certificate: base64(certificate),
    chain: chain.map(base64),
    holder,
    validUntil: new Date(notAfter).toISOString(),
    tokenLabel,
    pin,
  };
}

/** Puts a list before the person at the PC; one that only follows what they approved in this act is signed at once. */
function ask(agent: Agent, body: string): Answer {
  const wanted = readWanted(parsed(body));
  if (typeof wanted === 'string') return refusal(400, 'malformed', wanted);
  const certificate = findCertificate(agent, wanted.fingerprint);
  if (!certificate) return tokenGone();
  const request = agent.requests.add(wanted);
  const { requestId, secret, listDigest } = request;
  const pin = agent.openAct.pinToFollow(request);
  if (pin !== undefined) void sign(agent, { request, certificate, pin });
  return json(201, {
    requestId,
    listDigest,
    state: request.state,
    confirmUrl: `http://127.0.0.1:${agent.port}/confirm/${secret}`,
  });
}

function progress(request: SigningRequest | undefined): Answer {
  if (!request) return refusal(404, 'request-gone', 'Yêu cầu ký đã quá hạn. Hãy bấm ký lại.');
  return json(200, { state: request.state, signatures: request.signatures.map(base64) });
}

interface Confirming {
  readonly secret: string;
  readonly attempt: string;
}

async function confirm(agent: Agent, http: IncomingMessage, { secret, attempt }: Confirming): Promise<Answer> {
  const request = agent.requests.bySecret(secret);
  if (request?.state !== 'waiting') return html(404, gonePage());
  const certificate = findCertificate(agent, request.fingerprint);
  if (!certificate) return tokenGone();
  const { schoolOrigin } = agent;
  const keptPin = agent.openAct.pinFor(request);
  const shownNow = { schoolOrigin, certificate, pinKept: keptPin !== undefined };
  if (http.method === 'GET') return html(200, confirmPage(request, shownNow));
  const foreign = refuseForeignForm(http, agent);
  if (foreign) return foreign;
  const form = new URLSearchParams(await readBody(http));
  // A double click sends one wrong PIN twice, and the third locks the token. Asked after the body: another may have come first.
  if (request.state !== 'waiting' || attempt !== String(request.attempt)) return html(409, gonePage());
  request.attempt += 1;
  if (form.get('decision') !== 'approve') {
    request.state = 'refused';
    return html(200, outcomePage(false, 0));
  }
  const problem = await sign(agent, { request, certificate, pin: keptPin ?? form.get('pin') ?? '' });
  if (problem === undefined)
    return html(200, outcomePage(true, request.documents.length, agent.openAct.holds(request.act ?? '')));
  const now = findCertificate(agent, request.fingerprint) ?? certificate;
  return html(400, confirmPage(request, { schoolOrigin, certificate: now, pinKept: false, problem }));
}

interface Signing {
  readonly request: SigningRequest;
  readonly certificate: TokenCertificate;
  readonly pin: string;
}

/** Undefined when all is signed; else why not, the PIN is forgotten and the request waits again. It is kept only for the same act. */
async function sign({ module, openAct }: Agent, { request, certificate, pin }: Signing): Promise<string | undefined> {
  if (pin === '') return 'Hãy nhập mã PIN.';
  request.state = 'signing';
  try {
    const digests = request.documents.map(({ digest }) => digest);
    request.signatures = await tokenSigner(module, certificate, pin).signDigests(digests);
    openAct.signed(request, pin);
    request.state = 'signed';
    return undefined;
  } catch (error) {
    openAct.forget();
    request.state = 'waiting';
    return error instanceof PinError ? error.message : 'Thiết bị ký không ký được. Hãy rút ra cắm lại rồi thử lại.';
  }
}

/** By name each time: the token may have been pulled out meanwhile, and then no PIN is kept. */
function findCertificate({ module, openAct }: Agent, fingerprint: string): TokenCertificate | undefined {
  const found = listCertificates(module).find((certificate) => certificate.fingerprint === fingerprint);
  if (!found) openAct.forget();
  return found;
}

function tokenGone(): Answer {
  return refusal(409, 'token-gone', 'Không thấy thiết bị ký có chứng thư này. Hãy cắm thiết bị rồi thử lại.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
