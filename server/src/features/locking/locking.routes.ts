import Type from 'typebox';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireActor } from '../people/index.ts';
import { readLocking } from './read-locking.ts';
import { startLock } from './start-lock.ts';

const SchoolYear = Type.String({ pattern: '^\\d{4}-\\d{4}$' });
const Lock = Type.Object({
  schoolYear: SchoolYear,
  cohort: Type.Union([Type.Literal('completed'), Type.Literal('notYetCompletedOrFaulty')]),
  schoolIds: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 5000 })),
  reason: Type.Optional(Type.String({ maxLength: 480 })),
});

export function lockingRoutes(server: HttpServer, platform: Platform): void {
  server.get('/api/locking', { schema: { querystring: Type.Object({ schoolYear: SchoolYear }) } }, async (request) =>
    readLocking(platform, await requireActor(platform, request), request.query.schoolYear),
  );
  server.post('/api/locking', { schema: { body: Lock } }, async (request) =>
    startLock(platform, await requireActor(platform, request), request.body),
  );
}
