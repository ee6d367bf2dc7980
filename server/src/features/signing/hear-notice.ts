import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import type { SigningTables } from './signing.tables.ts';

/**
 * A service says that somebody answered on the phone: the act looks at once instead of at its next poll. Nothing in the
 * notice is believed, so anyone may send one; the service itself is asked.
 */
export async function hearNotice(platform: Platform, of: { schoolId: string; request: string }): Promise<void> {
  const { schoolId } = of;
  await platform.database.transaction({ schoolId }, async (tx) => {
    const session = await tx
      .withTables<SigningTables>()
      .selectFrom('signingSession')
      .select('sessionId')
      .where('schoolId', '=', schoolId)
      .where('providerRequest', '=', of.request)
      .where('state', '=', 'awaitingApproval')
      .executeTakeFirst();
    if (!session) return;
    const dueAt = platform.clock.now();
    await requestWork(tx, { kind: 'signingSession', schoolId, key: session.sessionId, dueAt });
  });
}
