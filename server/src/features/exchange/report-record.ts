import type { SheetIdentity } from '@hocba/protocol';
import type { Tx } from '../../platform/database/database.ts';
import { enqueueMessage } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { registryAbove } from '../../registry-chain.ts';
import type { NewRegistryRecord } from './registry.store.ts';

/** Báo cáo lên cấp trên: an accepted record goes on unchanged, where a registry stands above. */
export async function reportRecord(tx: Tx, platform: Platform, record: NewRegistryRecord): Promise<void> {
  const above = registryAbove(platform);
  if (!above) return;
  const { schoolId, xmlDigest, pdfDigest, sender, submissionId } = record;
  const at = platform.clock.now();
  await enqueueMessage(tx, {
    receiver: above.organisationId,
    schoolId,
    kind: 'report',
    payload: {
      sheet: sheetOf(record),
      xmlDigest,
      pdfDigest,
      submittedBy: sender,
      submissionId,
      acceptedAt: at.toISOString(),
    },
    at,
  });
}

/** What messages call a held version by. */
export function sheetOf(
  record: Pick<
    NewRegistryRecord,
    'schoolId' | 'recordId' | 'schoolYear' | 'grade' | 'className' | 'version' | 'lookupCode'
  >,
): SheetIdentity {
  const { schoolId, recordId, schoolYear, grade, className, version, lookupCode } = record;
  return {
    schoolId,
    recordId,
    schoolYear: schoolYear as SheetIdentity['schoolYear'],
    grade,
    className,
    version,
    lookupCode,
  };
}
