import type { FastifyReply, FastifyRequest } from 'fastify';

/** The fault: what was asked has been done, and the answer never arrives. */
export function cutConnection(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}
