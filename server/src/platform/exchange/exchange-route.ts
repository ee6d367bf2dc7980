import type { HttpServer } from '../http/server.ts';
import type { MessageHandlers } from '../messages.ts';
import type { Platform } from '../platform.ts';
import { receiveMessage } from './receive-message.ts';
import { envelopeType } from './send-message.ts';

/** A record's two files in base64 twice over stay well below. */
const LARGEST_ENVELOPE = 8 * 1024 * 1024;

/** POST /exchange/messages: an envelope in, the signed answer out. Carries its own signature, hence no session and no CSRF token. */
export function serveExchange(server: HttpServer, platform: Platform, handlers: MessageHandlers): void {
  server.addContentTypeParser(
    envelopeType,
    { parseAs: 'string', bodyLimit: LARGEST_ENVELOPE },
    (_request, body, done) => done(null, body),
  );
  server.post(
    '/exchange/messages',
    { bodyLimit: LARGEST_ENVELOPE, config: { withoutCsrf: true } as object },
    async (request, reply) => {
      const jws = typeof request.body === 'string' ? request.body : '';
      return reply.type(envelopeType).send(await receiveMessage(platform, handlers, jws));
    },
  );
}
