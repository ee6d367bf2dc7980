import Type from 'typebox';
import { permit } from '../../platform/app-error.ts';
import { readBacklog, readInbox } from '../../platform/exchange/index.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireActor } from '../people/index.ts';
import { maySuperviseRecords } from './exchange.policy.ts';
import { readRecords, readSchools } from './read-registry.ts';

const SchoolYear = Type.String({ pattern: '^\\d{4}-\\d{4}$' });
const Records = Type.Object({
  schoolYear: SchoolYear,
  schoolId: Type.String({ maxLength: 64 }),
  className: Type.Optional(Type.String({ maxLength: 500 })),
});

export function registryRoutes(server: HttpServer, platform: Platform): void {
  server.get(
    '/api/registry/schools',
    { schema: { querystring: Type.Object({ schoolYear: SchoolYear }) } },
    async (request) => ({
      schools: await readSchools(platform, await requireActor(platform, request), request.query.schoolYear),
    }),
  );
  server.get('/api/registry/records', { schema: { querystring: Records } }, async (request) =>
    readRecords(platform, await requireActor(platform, request), request.query),
  );
  server.get('/api/registry/exchange', async (request) => {
    permit(maySuperviseRecords(await requireActor(platform, request)));
    return { inbox: await readInbox(platform.database), outbox: await readBacklog(platform.database) };
  });
}
