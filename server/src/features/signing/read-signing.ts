import { type SignatorySlot, yearResultOf } from '@hocba/record';
import { parseCertificate } from '@hocba/signature';
import { type Actor, holds } from '../../platform/actor.ts';
import { permit, refused } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { listYearSheets, type StoredYearSheet } from '../carry-over/index.ts';
import { listClasses, loadDuties } from '../enrolment/index.ts';
import { findCredential } from './credential.store.ts';
import { countTimestampedPdfs, countWaitingForPrincipal, type OfferedPdf, offeredPdfs } from './pdf.store.ts';
import { missingBefore } from './prepare-signature.ts';
import { countSecondList } from './second-list.ts';
import { countItems, getSession, signedPlaces } from './session.store.ts';
import { isPdfSlot, type SessionSlot, sessionSlotLabel } from './session-slot.ts';
import { maySignAs, maySignSheet } from './signing.policy.ts';
import type { SigningTables } from './signing.tables.ts';
import { labelOfPlace, type SigningPlace, signingPlaces } from './signing-places.ts';
import { whyToLook } from './why-to-look.ts';

/** What waits for this person's signature in one capacity, class by class, and whose signatures are still missing before. */
export async function readWaiting(platform: Platform, actor: Actor, of: { schoolYear: string; slot: SessionSlot }) {
  permit(maySignAs(actor, of.slot));
  return platform.database.transaction(actor, async (tx) => {
    const duties = await loadDuties(tx, actor, of.schoolYear);
    const classes = [];
    for (const each of await listClasses(tx, actor.schoolId, of.schoolYear)) {
      const sheets = await listYearSheets(tx, each);
      const ids = sheets.map((sheet) => sheet.yearSheetId);
      const signatures = await signedPlaces(tx, ids);
      const offered: Offered = of.slot === 'principalPdf' ? await offeredPdfs(tx, ids) : new Map();
      const documents = sheets.flatMap((sheet) => {
        const signed = (signatures.get(sheet.yearSheetId) ?? []).map((signature) => signature.slot);
        const places = signingPlaces(sheet.content, { ...platform, slot: of.slot, staffId: actor.staffId }).filter(
          ({ staffId }) =>
            maySignSheet(actor, duties, { slot: of.slot, classId: sheet.classId, expectedStaffId: staffId }).allowed,
        );
        const pdf = offered.get(sheet.yearSheetId);
        const statuses = places.map(({ slot }) => (isPdfSlot(slot) ? statusOfPdf(pdf) : statusOf(sheet, slot, signed)));
        return places.length === 0 ? [] : [documentView(sheet, places, statuses)];
      });
      if (documents.length > 0) classes.push({ classId: each.classId, name: each.name, grade: each.grade, documents });
    }
    return { slotLabel: sessionSlotLabel(of.slot), classes, credential: await credentialView(tx, actor, of.slot) };
  });
}

type Offered = ReadonlyMap<string, OfferedPdf>;
type Status = 'signed' | 'ready' | 'waitingForOthers';

/** One line a sheet, also where a teacher has several rows on it: ready as long as one of them waits. */
function documentView(sheet: StoredYearSheet, places: readonly SigningPlace[], statuses: readonly Status[]) {
  const waiting = statuses.includes('waitingForOthers') ? ('waitingForOthers' as const) : ('signed' as const);
  return {
    yearSheetId: sheet.yearSheetId,
    recordId: sheet.content.recordId,
    fullName: sheet.content.student.fullName,
    birthDate: sheet.content.student.birthDate,
    notes: whyToLook(sheet.content),
    version: sheet.version,
    yearResult: yearResultOf(sheet.content),
    state: sheet.state,
    places: places.map(({ slot }) => labelOfPlace(sheet.content, slot)),
    status: statuses.includes('ready') ? ('ready' as const) : waiting,
  };
}

function statusOf({ content }: StoredYearSheet, slot: SignatorySlot, signed: readonly SignatorySlot[]): Status {
  if (signed.includes(slot)) return 'signed';
  return missingBefore(content, slot, signed).length === 0 ? 'ready' : 'waitingForOthers';
}

/** The PDF exists once the school's seal is on the XML. */
function statusOfPdf(pdf: OfferedPdf | undefined): Status {
  if (!pdf) return 'waitingForOthers';
  return pdf.signatures.principalPdf ? 'signed' : 'ready';
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
    permit(own ? { allowed: true } : refused('Chỉ người ký hoặc ban giám hiệu xem được lượt ký này.'));
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
    const { slot, state, problem, listDigest, createdAt, signatoryName, authorisedUntil } = session;
    const counts = await countItems(tx, sessionId);
    return {
      sessionId,
      slot,
      slotLabel: sessionSlotLabel(slot),
      state,
      problem,
      listDigest,
      /** What signs: 'token' waits for the signatory's own browser. */
      credentialKind: session.credentialKind,
      createdAt,
      signatoryName,
      /** Until when the seal's key waits for this list; null once it is wiped, and for people's signatures. */
      sealOpenUntil: slot === 'organisationSeal' && session.authorisation ? authorisedUntil : null,
      counts: {
        listed: 0,
        prepared: 0,
        signed: 0,
        refused: 0,
        ...counts,
        timestamped: Number(stamped?.count ?? 0) + (await countTimestampedPdfs(tx, sessionId, 'principalPdf')),
        issued: Number(issued?.count ?? 0),
        waitingForPrincipal: await countWaitingForPrincipal(tx, sessionId),
      },
      /** Only for a seal that signs the PDFs as a second list; null until there is one. */
      secondList: slot === 'organisationSeal' ? await countSecondList(tx, sessionId) : null,
      refusedItems,
    };
  });
}
