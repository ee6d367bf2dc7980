import { encodePem } from '@hocba/signature';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { answerOcspRequest, askedSerialNumbers, tryLaterAnswer } from './answer-ocsp.ts';
import { issueCrl } from './issue-crl.ts';
import { answerTimestampRequest } from './issue-timestamp.ts';
import type { Service } from './service.ts';

const hour = 3_600_000;

/** What anyone may ask: timestamps, standing of certificates, lists, trust. */
export function publicRoutes(app: FastifyInstance, service: Service): void {
  const { hierarchy, faults, config } = service;
  const asBuffer = { parseAs: 'buffer' } as const;
  const types = ['application/timestamp-query', 'application/ocsp-request'];
  app.addContentTypeParser(types, asBuffer, (_request, body, done) => done(null, body));

  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/trust', async (_request, reply) =>
    reply
      .type('application/x-pem-file')
      .send([hierarchy.root, hierarchy.issuing].map(({ certificate }) => encodePem(certificate)).join('')),
  );
  for (const name of ['root', 'issuing'] as const) {
    app.get(`/certificates/${name}.cer`, async (_request, reply) =>
      reply.type('application/pkix-cert').send(Buffer.from(hierarchy[name].certificate)),
    );
    app.get(`/crl/${name}.crl`, async (_request, reply) => {
      if (await faults.strikes('crl')) return unavailable(reply);
      const now = Date.now();
      const validity = { thisUpdate: now, nextUpdate: now + config.crlHours * hour, number: now };
      const crl = issueCrl({ ...validity, revoked: await service.issued.revokedBy(name) }, hierarchy[name]);
      return reply.type('application/pkix-crl').send(Buffer.from(crl));
    });
  }
  app.post<{ Body: Buffer }>('/tsa', async ({ body }, reply) => {
    if (await faults.strikes('tsa')) return unavailable(reply);
    const serialNumber = await service.timestampSerials.take();
    const order = { request: body, at: Date.now(), serialNumber, chain: [hierarchy.issuing.certificate] };
    return reply.type('application/timestamp-reply').send(Buffer.from(answerTimestampRequest(order, hierarchy.tsa)));
  });
  app.post<{ Body: Buffer }>('/ocsp', async ({ body }, reply) => {
    const answer = (await faults.strikes('ocsp')) ? tryLaterAnswer() : await ocspAnswer(body, service);
    return reply.type('application/ocsp-response').send(Buffer.from(answer));
  });
}

/** About certificates of the issuing authority; those of the root are answered for by its list. */
async function ocspAnswer(request: Uint8Array, { hierarchy, issued, config }: Service): Promise<Uint8Array> {
  const standings = await issued.standings('issuing', askedSerialNumbers(request) ?? []);
  const now = Date.now();
  const issuerCertificate = hierarchy.issuing.certificate;
  const order = { request, issuerCertificate, standings, at: now, nextUpdate: now + config.ocspHours * hour };
  return answerOcspRequest(order, hierarchy.ocsp);
}

function unavailable(reply: FastifyReply) {
  return reply.status(503).send({ error: 'switched off by /faults' });
}
