import type { InstallKind } from '../../../server/src/config.ts';
import { installs } from '../../../server/src/installs/index.ts';
import type { HttpServer } from '../../../server/src/platform/http/server.ts';
import type { Platform } from '../../../server/src/platform/platform.ts';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:names`. */
  readonly path: string;
}

/** Every route an install answers, taken from its features themselves, so that a new one cannot be forgotten. */
export function routesOf(kind: InstallKind): Route[] {
  const routes: Route[] = [];
  const recorder = new Proxy(
    {},
    {
      get: (_target, name) => (path: unknown) => {
        if (typeof path === 'string' && isMethod(name))
          routes.push({ method: name.toUpperCase() as Route['method'], path });
      },
    },
  ) as HttpServer;
  // Routes only close over the platform while they are declared; they read its settings.
  const platform = {
    config: { publicUrl: 'http://x', peers: [] },
    profile: { rootRegistry: [] },
  } as unknown as Platform;
  for (const feature of installs[kind].features) feature.routes?.(recorder, platform);
  return routes;
}

function isMethod(name: string | symbol): name is string {
  return typeof name === 'string' && ['get', 'post', 'put', 'patch', 'delete'].includes(name);
}
