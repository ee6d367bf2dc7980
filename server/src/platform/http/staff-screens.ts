import staticFiles from '@fastify/static';
import type { HttpServer } from './server.ts';

/** Serves the built screens; any address that is not /api and not a file is a screen of the app. */
export async function serveStaffScreens(server: HttpServer, directory: string | null): Promise<void> {
  if (!directory) return;
  await server.register(staticFiles, { root: directory, wildcard: false, index: 'index.html', cacheControl: false });
  server.setNotFoundHandler((request, reply) => {
    const wantsScreen = request.method === 'GET' && !request.url.startsWith('/api/');
    if (wantsScreen) return reply.sendFile('index.html');
    return reply
      .status(404)
      .send({ code: 'not-found', sentence: 'Không tìm thấy trang hoặc dữ liệu này.', problems: [] });
  });
}
