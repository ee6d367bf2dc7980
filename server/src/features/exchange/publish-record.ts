import type { Publication, SheetIdentity } from '@hocba/protocol';
import type { Tx } from '../../platform/database/database.ts';
import { enqueueMessages } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { portals } from '../../registry-chain.ts';

export interface Publishing {
  readonly sheet: SheetIdentity;
  readonly state: Publication['state'];
  readonly effectiveDate?: string;
  /** With the first publication of a version; later ones only say what changed. */
  readonly files?: { readonly xmlDigest: string; readonly pdfDigest: string };
}

/** Outbox payload of a publication. */
export function publicationOf({ sheet, state, effectiveDate, files }: Publishing) {
  return { sheet, state, effectiveDate: effectiveDate ?? null, files: files ?? null };
}

/** Công bố to the portals, where this registry is the root. */
export async function publish(tx: Tx, platform: Platform, ...publishings: readonly Publishing[]): Promise<void> {
  const at = platform.clock.now();
  for (const { organisationId: receiver } of portals(platform)) {
    await enqueueMessages(
      tx,
      publishings.map((each) => ({
        receiver,
        schoolId: each.sheet.schoolId,
        kind: 'publication' as const,
        payload: publicationOf(each),
        at,
      })),
    );
  }
}
