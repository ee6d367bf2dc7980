import staticFiles from '@fastify/static';
import type { HttpServer } from './server.ts';

/** Serves the built screens; any address that is neither /api nor a file is a screen of the app. */
export async function serveStaffScreens(server: HttpServer, directory: string | null): Promise<void> {
  if (!directory) return;
  // Looked up at each request: screens built anew are served without a restart.
  await server.register(staticFiles, { root: directory, wildcard: true, index: 'index.html', cacheControl: false });
  server.setNotFoundHandler((request, reply) => {
    const path = new URL(request.url, 'http://screens').pathname;
    const isScreen = request.method === 'GET' && !path.startsWith('/api/') && !path.startsWith('/assets/');
    if (isScreen) return reply.sendFile('index.html');
    return reply
      .status(404)
      .send({ code: 'not-found', sentence: 'Không tìm thấy trang hoặc dữ liệu này.', problems: [] });
  });
}
