import type { HttpServer } from '../../platform/http/server.ts';
import { VerificationTooSlow } from '../../platform/verification/record-verifier.ts';
import { checkFile } from './check-file.ts';
import { checkPage, reportPage } from './pages/check-page.ts';
import type { Portal } from './portal.ts';

const LARGEST_FILE = 20 * 1024 * 1024;

/** Kiểm tra tệp: a plain upload, verified in a thread of its own and forgotten. */
export function checkRoutes(pages: HttpServer, { platform, show }: Portal): void {
  const localCheck = platform.config.verifierDirectory !== null;
  const empty = (problem?: string) => checkPage({ localCheck, ...(problem && { problem }) });
  pages.get('/kiem-tra', async (_request, reply) => show(reply, empty()));
  const config = { rateLimit: { max: 12, timeWindow: '1 minute' }, withoutCsrf: true } as object;
  pages.post('/kiem-tra', { config, bodyLimit: LARGEST_FILE + 64 * 1024 }, async (request, reply) => {
    const file = await request.file({ limits: { fileSize: LARGEST_FILE, files: 1 } });
    if (!file) return show(reply, empty('Chưa có tệp nào. Hãy chọn tệp XML hoặc PDF rồi bấm Kiểm tra.'), 400);
    const bytes = new Uint8Array(await file.toBuffer());
    if (bytes.length === 0) return show(reply, empty('Tệp rỗng hoặc chưa chọn tệp. Hãy chọn tệp XML hoặc PDF.'), 400);
    try {
      const answer = await checkFile(platform, bytes);
      return show(reply, reportPage({ ...answer, fileName: file.filename, at: platform.clock.now() }));
    } catch (error) {
      if (!(error instanceof VerificationTooSlow)) throw error;
      return show(reply, empty('Kiểm tra tệp này mất quá nhiều thời gian nên đã dừng. Hãy thử lại sau ít phút.'), 503);
    }
  });
}
