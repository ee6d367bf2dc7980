import type { SignatorySlot } from '@hocba/record';
import { parseCertificate } from '@hocba/signature';
import { type Actor, holds } from '../../platform/actor.ts';
import { permit, refused } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { listYearSheets } from '../carry-over/index.ts';
import { listClasses, loadDuties } from '../enrolment/index.ts';
import { findCredential } from './credential.store.ts';
import { missingBefore } from './prepare-signature.ts';
import { countItems, getSession, signaturesOf } from './session.store.ts';
import { maySignAs, maySignSheet } from './signing.policy.ts';
import type { SessionSlot, SigningTables } from './signing.tables.ts';

/** What waits for this person's signature in one capacity, class by class, and whose signatures are still missing before. */
export async function readWaiting(platform: Platform, actor: Actor, of: { schoolYear: string; slot: SessionSlot }) {
  permit(maySignAs(actor, of.slot));
  return platform.database.transaction(actor, async (tx) => {
    const duties = await loadDuties(tx, actor, of.schoolYear);
    const classes = [];
    for (const each of await listClasses(tx, actor.schoolId, of.schoolYear)) {
      const sheets = await listYearSheets(tx, each);
      const signatures = await signaturesOf(
        tx,
        sheets.map((sheet) => sheet.yearSheetId),
      );
      const documents = sheets.flatMap((sheet) => {
        const signed = (signatures.get(sheet.yearSheetId) ?? []).map((signature) => signature.slot);
        return sheet.content.signatories
          .filter(({ slot }) => (of.slot === 'subjectTeacher' ? slot.startsWith('subjectTeacher-') : slot === of.slot))
          .filter(
            ({ staffId }) =>
              maySignSheet(actor, duties, { slot: of.slot, classId: sheet.classId, expectedStaffId: staffId }).allowed,
          )
          .map(({ slot }) => ({
            yearSheetId: sheet.yearSheetId,
            fullName: sheet.content.student.fullName,
            version: sheet.version,
            educationResult: sheet.content.conclusion.educationResult,
            state: sheet.state,
            status: statusOf(slot, signed, missingBefore(sheet.content, slot, signed)),
          }));
      });
      if (documents.length > 0) classes.push({ classId: each.classId, name: each.name, grade: each.grade, documents });
    }
    return { classes, credential: await credentialView(tx, actor, of.slot) };
  });
}

function statusOf(slot: SignatorySlot, signed: readonly SignatorySlot[], missing: readonly SignatorySlot[]) {
  if (signed.includes(slot)) return 'signed' as const;
  return missing.length === 0 ? ('ready' as const) : ('waitingForOthers' as const);
}

async function credentialView(tx: Tx, actor: Actor, slot: SessionSlot) {
  const staffId = slot === 'organisationSeal' ? actor.schoolId : (actor.staffId ?? '');
  const credential = await findCredential(tx, actor.schoolId, staffId);
  if (!credential) return null;
  const { subject, notAfter, serialNumber } = parseCertificate(credential.certificate);
  return { kind: credential.kind, holder: subject.commonName ?? '', serialNumber, validUntil: new Date(notAfter) };
}

/** Progress of one act, document by document on request. */
export async function readSession(platform: Platform, actor: Actor, sessionId: string) {
  return platform.database.transaction(actor, async (tx) => {
    const session = await getSession(tx, sessionId);
    const own = session.accountId === actor.accountId || holds(actor, 'principal', 'vicePrincipal');
    permit(own ? { allowed: true } : refused('Chỉ người kí hoặc ban giám hiệu xem được lượt kí này.'));
    const db = tx.withTables<SigningTables>();
    const refusedItems = await db
      .selectFrom('signingItem')
      .select(['yearSheetId', 'label', 'problem'])
      .where('sessionId', '=', sessionId)
      .where('state', '=', 'refused')
      .orderBy('position')
      .limit(200)
      .execute();
    const stamped = await db
      .selectFrom('signature')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('sessionId', '=', sessionId)
      .where('timestampToken', 'is not', null)
      .executeTakeFirst();
    // issued_record belongs to a later feature; only its count is read here.
    const issued = await tx
      .withTables<{ issuedRecord: { sessionId: string } }>()
      .selectFrom('issuedRecord')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('sessionId', '=', sessionId)
      .executeTakeFirst();
    const { slot, state, problem, listDigest, createdAt, signatoryName } = session;
    const counts = await countItems(tx, sessionId);
    return {
      sessionId,
      slot,
      state,
      problem,
      listDigest,
      createdAt,
      signatoryName,
      counts: {
        listed: 0,
        prepared: 0,
        signed: 0,
        refused: 0,
        ...counts,
        timestamped: Number(stamped?.count ?? 0),
        issued: Number(issued?.count ?? 0),
      },
      refusedItems,
    };
  });
}
