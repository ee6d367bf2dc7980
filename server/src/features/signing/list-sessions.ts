import type { Actor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { sessionSlotLabel } from './session-slot.ts';
import type { SigningTables } from './signing.tables.ts';

/** This person's last acts of signing, newest first, with how many documents each is about. */
export async function listSessions(platform: Platform, actor: Actor) {
  return platform.database.transaction(actor, async (tx) => {
    const rows = await tx
      .withTables<SigningTables>()
      .selectFrom('signingSession')
      .select(['sessionId', 'slot', 'state', 'problem', 'createdAt', 'credentialKind'])
      .select((eb) =>
        eb
          .selectFrom('signingItem')
          .select((count) => count.fn.countAll<string>().as('count'))
          .whereRef('signingItem.sessionId', '=', 'signingSession.sessionId')
          .where('signingItem.slot', '!=', 'sealPdf')
          .as('documents'),
      )
      .where('accountId', '=', actor.accountId)
      .orderBy('createdAt', 'desc')
      .limit(20)
      .execute();
    return rows.map((row) => ({ ...row, slotLabel: sessionSlotLabel(row.slot), documents: Number(row.documents) }));
  });
}
