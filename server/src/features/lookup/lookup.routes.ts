import form from '@fastify/formbody';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkRoutes } from './check.routes.ts';
import { isOfLocalCheck, LOCAL_CHECK_POLICY, localCheckRoutes } from './local-check.routes.ts';
import type { Page } from './pages/layout.ts';
import { messagePage, tooManyPage } from './pages/message-page.ts';
import { openPortal } from './portal.ts';
import { readAssets } from './portal-assets.ts';
import { recordRoutes } from './record.routes.ts';
import { issuersJson, trustArchive, trustJson } from './trust-archive.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The public pages: no session, nothing from elsewhere, their own errors as pages. */
export function lookupRoutes(server: HttpServer, platform: Platform): void {
  server.register(async (scope) => {
    const pages = scope as unknown as HttpServer;
    await pages.register(form);
    pages.addHook('onSend', async (request, reply) => {
      const policy = isOfLocalCheck(request.url) ? LOCAL_CHECK_POLICY : POLICY;
      reply.header('content-security-policy', policy).header('referrer-policy', 'no-referrer');
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    const portal = openPortal(platform);
    pages.setErrorHandler((error, request, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      if (status >= 500) request.log.error({ err: error }, 'page failed');
      return portal.show(reply, errorPage(status), status);
    });
    assetRoutes(pages);
    recordRoutes(pages, portal);
    checkRoutes(pages, portal);
    await localCheckRoutes(pages, portal);
    trustRoutes(pages, platform);
  });
}

/** What anyone needs to check records without this portal. */
function trustRoutes(pages: HttpServer, platform: Platform): void {
  const config = { rateLimit: { max: 60, timeWindow: '1 minute' } } as object;
  pages.get('/trust.zip', { config }, async (_request, reply) =>
    reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="trust.zip"')
      .send(Buffer.from(await trustArchive(platform))),
  );
  pages.get('/trust.json', { config }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(await trustJson(platform)),
  );
  pages.get('/trust/issuers.json', { config }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(await issuersJson(platform)),
  );
}

function errorPage(status: number): Page {
  if (status === 429) return tooManyPage();
  if (status === 413) return messagePage('Tệp quá lớn', 'Cổng chỉ nhận tệp đến 20 MB. Học bạ số thường nhỏ hơn 1 MB.');
  if (status < 500) return messagePage('Yêu cầu không đúng', 'Hãy trở lại trang tra cứu và làm lại từ đầu.');
  return messagePage('Cổng đang gặp lỗi', 'Hãy thử lại sau ít phút.');
}

function assetRoutes(pages: HttpServer): void {
  for (const [name, { type, bytes }] of readAssets()) {
    pages.get(`/assets/${name}`, async (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=86400').send(bytes),
    );
  }
}
