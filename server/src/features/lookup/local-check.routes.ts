import staticFiles from '@fastify/static';
import type { HttpServer } from '../../platform/http/server.ts';
import { localCheckPage } from './pages/local-check-page.ts';
import type { Portal } from './portal.ts';

/** The page's own policy: its threads, the layout engine's WebAssembly, and files from here; nothing from elsewhere. */
export const LOCAL_CHECK_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const PAGE = '/kiem-tra/tren-may';
const ASSETS = '/assets/verifier/';

/** The page, and its scripts: a thread obeys the policy it was sent with. */
export function isOfLocalCheck(url: string): boolean {
  return url === PAGE || url.startsWith(ASSETS);
}

/** Kiểm tra ngay trên máy: a page and the built verifier it loads; absent where none was built. */
export async function localCheckRoutes(pages: HttpServer, { platform, show }: Portal): Promise<void> {
  const { verifierDirectory } = platform.config;
  if (!verifierDirectory) return;
  await pages.register(staticFiles, {
    root: verifierDirectory,
    prefix: ASSETS,
    preCompressed: true,
    index: false,
    // Names carry a digest of their content, but for the one the page asks for.
    setHeaders: (response, path) => {
      const kept = /check\.js(\.gz)?$/.test(path) ? 'no-cache' : 'public, max-age=31536000, immutable';
      response.header('cache-control', kept);
    },
  });
  pages.get(PAGE, async (_request, reply) => show(reply, localCheckPage()));
}
