import type { VerificationReport } from '@hocba/verify';
import { sha256Hex } from '../../platform/digest.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordTrust } from '../../platform/verification/record-trust.ts';
import { listApprovedSeals, toTrust } from '../issuers/index.ts';
import { findByFile, findByRecord } from './published.store.ts';
import { type RegistryRelation, relateToRegistry, statusOf } from './registry-relation.ts';

const LIMIT_MS = 20_000;

export interface FileAnswer {
  readonly report: VerificationReport;
  readonly relation: RegistryRelation;
}

/** Kiểm tra a file somebody brought: all checks, and how it stands to what the registry holds. Nothing of it is kept. */
export async function checkFile(platform: Platform, bytes: Uint8Array): Promise<FileAnswer> {
  const { database, clock, config, verifier } = platform;
  const digest = sha256Hex(bytes);
  const known = await findByFile(database, digest);
  const seals = await database.transaction('install', (tx) => listApprovedSeals(tx));
  const question = {
    bytes,
    at: clock.now().getTime(),
    lookupBaseUrl: config.lookupBaseUrl,
    ...(known ? { status: statusOf(known, clock.now()) } : {}),
  };
  const report = await verifier.verify(question, await recordTrust(platform, toTrust(seals)), LIMIT_MS);
  const versions = report.record ? await findByRecord(database, report.record) : [];
  return { report, relation: relateToRegistry({ report, digest, versions }) };
}
