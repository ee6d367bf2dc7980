import type { FastifyReply } from 'fastify';
import type { Platform } from '../../platform/platform.ts';
import { type CodeLimit, createCodeLimit } from './code-limit.ts';
import { createFileTickets, type FileTickets } from './file-ticket.ts';
import { layout, type Page } from './pages/layout.ts';

/** What the pages' routes share. */
export interface Portal {
  readonly platform: Platform;
  readonly codeLimit: CodeLimit;
  readonly tickets: FileTickets;
  show(reply: FastifyReply, page: Page, status?: number): FastifyReply;
}

export function openPortal(platform: Platform): Portal {
  return {
    platform,
    codeLimit: createCodeLimit({ times: 30, inMs: 10 * 60 * 1000 }),
    tickets: createFileTickets(platform.config.cookieKey),
    show: (reply, page, status = 200) =>
      reply.status(status).type('text/html; charset=utf-8').send(layout(page, platform.config.organisationName)),
  };
}
