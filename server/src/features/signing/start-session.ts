import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import type { Profile } from '../../profile.ts';
import { getYearSheets } from '../carry-over/index.ts';
import { getSchool, loadDuties } from '../enrolment/index.ts';
import { type Credential, findCredential } from './credential.store.ts';
import { judgeFitness } from './judge-fitness.ts';
import { insertSession, signedPlaces } from './session.store.ts';
import type { ItemSlot, SessionSlot } from './session-slot.ts';
import { maySignAs, maySignSheet } from './signing.policy.ts';
import { labelOfPlace, signingPlaces } from './signing-places.ts';
import { unlockSeal } from './unlock-seal.ts';

export interface StartSession {
  readonly slot: SessionSlot;
  readonly yearSheetIds: readonly string[];
  /** Opens the seal's PKCS#12 file for this list only; a seal on a token needs none. */
  readonly sealPassword?: string;
}

const MOST_DOCUMENTS = 5000;
const SEAL_OPEN_MS = 30 * 60 * 1000;

/**
 * Opens one act of signing over a named list. The certificate is judged here, before anything is signed; the list is
 * prepared, authorised and signed by the worker, so the browser may be closed.
 */
export async function startSession(platform: Platform, actor: Actor, start: StartSession): Promise<string> {
  permit(maySignAs(actor, start.slot));
  if (start.yearSheetIds.length === 0 || start.yearSheetIds.length > MOST_DOCUMENTS) throw listSize();
  const staffId = start.slot === 'organisationSeal' ? actor.schoolId : (actor.staffId ?? '');
  const { credential, schoolName } = await platform.database.transaction(actor, async (tx) => ({
    credential: await findCredential(tx, actor.schoolId, staffId),
    schoolName: (await getSchool(tx, actor.schoolId)).name,
  }));
  if (!credential) throw noCredential(start.slot);
  const expectedName = start.slot === 'organisationSeal' ? schoolName : actor.fullName;
  permit(
    await judgeFitness(platform, {
      ...credential,
      expectedName,
      schoolName,
      forSeal: start.slot === 'organisationSeal',
    }),
  );
  const sessionId = randomUUID();
  const authorisation =
    credential.kind === 'pkcs12' ? unlockSeal(platform, { credential, sessionId }, start.sealPassword) : null;
  return platform.database.transaction(actor, async (tx) => {
    const items = await listDocuments(tx, actor, { ...start, profile: platform.profile });
    const at = platform.clock.now();
    const session = {
      sessionId,
      schoolId: actor.schoolId,
      accountId: actor.accountId,
      signatoryName: actor.fullName,
      slot: start.slot,
      staffId,
      ...snapshotOf(credential),
      state: 'preparing' as const,
      problem: null,
      listDigest: null,
      providerRequest: null,
      authorisation,
      authorisedUntil: authorisation ? new Date(at.getTime() + SEAL_OPEN_MS) : null,
      createdAt: at,
    };
    await insertSession(tx, session, items);
    await requestWork(tx, { kind: 'signingSession', schoolId: actor.schoolId, key: sessionId, dueAt: at });
    await writeAudit(tx, {
      schoolId: actor.schoolId,
      by: actor,
      at,
      action: 'startSigningSession',
      subject: { kind: 'signingSession', id: sessionId },
      details: { slot: start.slot, documents: items.length },
    });
    return sessionId;
  });
}

/** Fixed for the act: what is prepared for one certificate is never signed with another. */
export function snapshotOf({ kind, credentialId, certificate, chain, multisign }: Credential) {
  return { credentialKind: kind, credentialId, certificate, chain, multisign };
}

/** The sheets in the order given; a sheet the signatory may not sign refuses the whole request, before anything starts. */
async function listDocuments(tx: Tx, actor: Actor, start: StartSession & { readonly profile: Profile }) {
  const ids = [...new Set(start.yearSheetIds)];
  const found = new Map((await getYearSheets(tx, ids)).map((sheet) => [sheet.yearSheetId, sheet]));
  const [schoolYear = '', ...otherYears] = new Set([...found.values()].map((sheet) => sheet.schoolYear));
  if (otherYears.length > 0) throw severalYears();
  const duties = await loadDuties(tx, actor, schoolYear);
  // Rows that an act stopped half-way left signed are not asked for again.
  const signed = start.slot === 'subjectTeacher' ? await signedPlaces(tx, ids) : undefined;
  const items: { yearSheetId: string; slot: ItemSlot; position: number; label: string }[] = [];
  for (const yearSheetId of ids) {
    const sheet = found.get(yearSheetId);
    if (!sheet) throw unknownSheet();
    for (const { slot, staffId } of signingPlaces(sheet.content, { ...start, staffId: actor.staffId })) {
      if (signed?.get(yearSheetId)?.some((each) => each.slot === slot)) continue;
      permit(maySignSheet(actor, duties, { slot: start.slot, classId: sheet.classId, expectedStaffId: staffId }));
      items.push({ yearSheetId, slot, position: items.length, label: labelOfPlace(sheet.content, slot) });
    }
  }
  if (items.length === 0) throw nothingToSign();
  return items;
}

function listSize(): AppError {
  return new AppError({
    code: 'list-size',
    status: 400,
    sentence: `Hãy chọn từ 1 đến ${MOST_DOCUMENTS} học bạ cho một lượt ký.`,
  });
}

function severalYears(): AppError {
  return new AppError({
    code: 'several-years',
    status: 400,
    sentence: 'Một lượt ký chỉ gồm học bạ của một năm học. Hãy chọn lại danh sách.',
  });
}

function noCredential(slot: SessionSlot): AppError {
  const seal = slot === 'organisationSeal';
  return new AppError({
    code: 'no-credential',
    status: 409,
    sentence: seal
      ? 'Trường chưa đăng ký con dấu số. Văn thư cần đăng ký con dấu (USB token hoặc tệp .p12) trước khi đóng dấu.'
      : 'Thầy cô chưa liên kết chứng thư số. Hãy chọn “Liên kết chứng thư số” rồi ký lại.',
  });
}

function unknownSheet(): AppError {
  return new AppError({
    code: 'not-found',
    status: 404,
    sentence: 'Có học bạ trong danh sách không tồn tại. Hãy tải lại trang.',
  });
}

function nothingToSign(): AppError {
  return new AppError({
    code: 'nothing-to-sign',
    status: 409,
    sentence: 'Trong danh sách không có phần nào thầy cô phải ký.',
  });
}
