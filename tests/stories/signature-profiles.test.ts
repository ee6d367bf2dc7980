import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type SignatorySlot, signatureId } from '@hocba/record';
import type { PreparedTrust } from '@hocba/verify';
import { fillSchool, open } from '../../scripts/demo/fill-school.ts';
import type { SessionView } from '../../scripts/demo/walk-class.ts';
import { carryOverClass } from '../../scripts/demo/walk-class.ts';
import { buildSecondSchool, type StaffMember, writeWorkbook } from '../../simulators/sector-database/index.ts';
import { waitUntil } from '../harness/index.ts';
import { judgeByPdfsig, judgeByQpdf, textByPdftotext } from '../judges/pdf-judges.ts';
import { judgeByXmlsec1 } from '../judges/xml-judges.ts';
import { complete, readySheets, type Slot, signatory, start, view } from './world/acts.ts';
import { complaints, fetchIssued, trustOf, verify } from './world/issued-files.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

/** A profile under which teachers sign their rows and the principal signs the PDF as well. */
const PROFILE = 'demo-primary-per-subject';
const CLASSES = ['3A', '5A'];
const CLASS = '5A';
/** How many PDFs the principal signs while the seal is still open. */
const FIRST = 3;
/** Machines that run many tests at once are slow. */
const PATIENCE_MS = 120_000;

const { data, facts } = buildSecondSchool(7);
const { schoolId, schoolYear } = data.school;
const pupils = data.pupils.filter(({ classCode }) => classCode === CLASS).length;
const directory = mkdtempSync(join(tmpdir(), 'hocba-profiles-'));

let world: StoryWorld;
let sealSession = '';

before(async () => {
  world = await startStoryWorld({ purpose: 'profiles', without: ['province', 'ministry', 'portal'], profile: PROFILE });
  const school = { schoolId, schoolName: data.school.name, people: facts, workbook: await writeWorkbook(data) };
  await fillSchool(world, { ...school, classes: CLASSES, alsoSigning: subjectTeachers() }, () => undefined);
  for (const classId of CLASSES) await carryOverClass(world, { schoolYear, classId, people: facts });
});
after(async () => {
  rmSync(directory, { recursive: true, force: true });
  await world?.end();
});

test('each subject teacher signs the own rows and no other, of every class in one act', async () => {
  const [last, ...first] = subjectTeachers().reverse();
  assert.ok(last);
  for (const teacher of first) await signOwnRows(teacher);
  const view = await act(homeroomTeacher(), 'homeroomTeacher', await sheetsOf(CLASS));
  assert.equal(view.counts.refused, pupils, 'the homeroom teacher has to wait');
  assert.match(view.refusedItems[0]?.problem ?? '', /^Chưa đến lượt: còn thiếu chữ ký của giáo viên môn /);
  await signOwnRows(last);
});

test('then homeroom teacher, principal and seal sign, and the PDFs wait for the principal', async () => {
  await act(homeroomTeacher(), 'homeroomTeacher');
  await act(facts.principal, 'principal');
  const sealClerk = await signatory(world, facts.sealClerk, 'organisationSeal');
  sealSession = await start(world, sealClerk, await readySheets(sealClerk, schoolYear, CLASS));
  const sealed = await waitUntil(
    async () => {
      const now = await view(sealClerk, sealSession);
      return now.counts.waitingForPrincipal === pupils && now;
    },
    { what: 'all PDFs handed to the principal', timeoutMs: PATIENCE_MS },
  );
  assert.equal(sealed.counts.issued, 0);
  const principal = await open(world, facts.principal);
  const { slots } = await principal.get<{ slots: { id: string; label: string }[] }>('/api/signing/slots');
  assert.deepEqual(slots.at(-1), { id: 'principalPdf', label: 'Hiệu trưởng ký bản PDF' });
});

test('what the principal signs while the seal is open is sealed and issued by itself', async () => {
  const ready = await readyPdfs();
  assert.equal(ready.length, pupils);
  await act(facts.principal, 'principalPdf', ready.slice(0, FIRST));
  await untilIssued(FIRST);
});

test('one act over the other PDFs survives kill -9; they wait until the seal clerk opens the seal again', async () => {
  const principal = await signatory(world, facts.principal, 'principalPdf');
  await world
    .look('school')
    .rows(`update signing_session set authorised_until = now() where session_id = $1`, [sealSession]);
  const sessionId = await start(world, principal, await readyPdfs());
  const signing = complete(world, principal, { sessionId, timeoutMs: PATIENCE_MS });
  for (const state of ['preparing', 'awaitingApproval', 'signing']) {
    await untilState(sessionId, state);
    await world.processes.school.restart();
  }
  await signing;
  const sealClerk = await signatory(world, facts.sealClerk, 'organisationSeal');
  const closed = await waitUntil(async () => (await view(sealClerk, sealSession)).problem, {
    what: 'the seal is closed',
    timeoutMs: PATIENCE_MS,
  });
  assert.match(closed, /mở lại con dấu/);
  const { sealPassword } = world.secrets;
  await sealClerk.client.post(`/api/signing/sessions/${sealSession}/seal`, { sealPassword });
  await untilIssued(pupils);
});

test('everything has happened exactly once', async () => {
  const school = world.look('school');
  const count = (sql: string) => school.count(sql, [schoolId]);
  assert.equal(
    await count('select count(*) from pdf_signature where school_id = $1 and timestamp_token is not null'),
    pupils,
  );
  assert.equal(await count('select count(*) from issued_record where school_id = $1'), pupils);
  const audited = (more: string) => `select count(*) from audit_log where school_id = $1 and ${more}`;
  assert.equal(await count(audited(`action = 'sign' and details->>'slot' = 'principalPdf'`)), pupils);
  assert.equal(await count(audited(`action = 'issue'`)), pupils);
  await waitUntil(async () => (await count('select count(*) from pending_work where school_id = $1')) === 0, {
    what: 'nothing left to do',
    timeoutMs: PATIENCE_MS,
  });
  const keys = 'select count(*) from signing_session where school_id = $1 and authorisation is not null';
  assert.equal(await count(keys), 0);
});

test('others accept every signature: xmlsec1 of the XML, pdfsig and qpdf of the PDF', async () => {
  const clerk = await open(world, facts.sealClerk);
  const trusted = ['anchors', 'intermediates'].map((folder) =>
    readFileSync(join(world.trustDirectory, folder, 'thu-nghiem.pem'), 'utf8'),
  );
  for (const id of (await issuedSheets()).slice(0, 2)) {
    const file = join(directory, `${id}.xml`);
    writeFileSync(file, await fetchIssued(clerk, id, 'xml'));
    const slots = await requiredSlots(id);
    assert.ok(slots.length > 3 + 4, `signatures of ${slots.length} places`);
    for (const verdict of judgeByXmlsec1(file, slots.map(signatureId), trusted)) assert.ok(verdict.valid, verdict.says);
    for (const signature of readFileSync(file, 'utf8').split('<ds:Signature ').slice(1)) {
      assert.ok((signature.match(/<ds:Reference /g) ?? []).length <= 30);
    }
    const pdf = await fetchIssued(clerk, id, 'pdf');
    assert.deepEqual(
      judgeByPdfsig(pdf).map(({ field, valid, wholeFile }) => ({ field, valid, wholeFile })),
      [
        { field: 'HieuTruong', valid: true, wholeFile: false },
        { field: 'ConDauSo', valid: true, wholeFile: true },
      ],
    );
    const structure = judgeByQpdf(pdf);
    assert.ok(structure.clean, structure.says);
    const text = textByPdftotext(pdf);
    for (const { fullName } of subjectTeachers()) assert.ok(text.includes(fullName), fullName);
  }
});

test('every record verifies, XML and PDF, and the report knows whose signature is whose', async () => {
  const trust = await trustOf(world, schoolId);
  const clerk = await open(world, facts.sealClerk);
  for (const [index, id] of (await issuedSheets()).entries()) {
    assert.deepEqual(complaints(await verify(await fetchIssued(clerk, id, 'xml'), trust)), []);
    if (index < FIRST + 2) await verifyPdf(await fetchIssued(clerk, id, 'pdf'), trust);
  }
});

async function verifyPdf(pdf: Uint8Array, trust: PreparedTrust): Promise<void> {
  const report = await verify(pdf, trust);
  assert.deepEqual(complaints(report), []);
  assert.equal(report.outcome, 'valid');
  assert.deepEqual(
    report.signatures.slice(-2).map(({ slot, name, level }) => ({ slot, name, level })),
    [
      { slot: 'principal', name: facts.principal.fullName, level: 'B-T' },
      { slot: 'pdfSeal', name: data.school.name, level: 'B-T' },
    ],
  );
}

/** Assigned to a row of one of the classes, and not its homeroom teacher. */
function subjectTeachers(): StaffMember[] {
  const ids = new Set(
    data.assignments.filter(({ classCode }) => CLASSES.includes(classCode)).map(({ staffId }) => staffId),
  );
  for (const classId of CLASSES) ids.delete(facts.homeroomTeachers.get(classId)?.staffId ?? '');
  return data.staff.filter(({ staffId }) => ids.has(staffId));
}

function homeroomTeacher(): StaffMember {
  const teacher = facts.homeroomTeachers.get(CLASS);
  assert.ok(teacher);
  return teacher;
}

async function act(person: StaffMember, slot: Slot, sheets?: readonly string[]): Promise<SessionView> {
  const by = await signatory(world, person, slot);
  const sessionId = await start(world, by, sheets ?? (await readySheets(by, schoolYear, CLASS)));
  return complete(world, by, { sessionId });
}

/** One act over both classes: as many signatures as filled rows this teacher was assigned. */
async function signOwnRows(teacher: StaffMember): Promise<void> {
  const by = await signatory(world, teacher, 'subjectTeacher');
  const sessionId = await start(world, by, await readySheets(by, schoolYear));
  const { counts } = await complete(world, by, { sessionId });
  assert.equal(counts.refused, 0);
  const signed = await world.look('school').rows<{ class_id: string; subject: string }>(
    `select class_id, content->'subjects'->(substr(slot, 16)::int - 1)->>'subject' as subject
       from signature join year_sheet using (year_sheet_id) where session_id = $1 group by 1, 2 order by 1, 2`,
    [sessionId],
  );
  const assigned = data.assignments
    .filter(({ classCode, staffId }) => CLASSES.includes(classCode) && staffId === teacher.staffId)
    .map(({ classCode, subject }) => `${classCode} ${subject}`);
  assert.deepEqual(
    signed.map((row) => `${row.class_id} ${row.subject}`),
    assigned.sort(),
  );
}

async function sheetsOf(classId: string): Promise<string[]> {
  return idsBy('select year_sheet_id from year_sheet where school_id = $1 and class_id = $2 order by 1', [
    schoolId,
    classId,
  ]);
}

async function issuedSheets(): Promise<string[]> {
  return idsBy('select year_sheet_id from issued_record where school_id = $1 order by issued_at, 1', [schoolId]);
}

async function idsBy(sql: string, values: readonly unknown[]): Promise<string[]> {
  return (await world.look('school').rows<{ year_sheet_id: string }>(sql, values)).map((row) => row.year_sheet_id);
}

async function requiredSlots(yearSheetId: string): Promise<SignatorySlot[]> {
  const rows = await world
    .look('school')
    .rows<{ slot: SignatorySlot }>(
      `select signatory->>'slot' as slot from year_sheet, jsonb_array_elements(content->'signatories') signatory where year_sheet_id = $1`,
      [yearSheetId],
    );
  return rows.map(({ slot }) => slot);
}

async function readyPdfs(): Promise<string[]> {
  return readySheets(await signatory(world, facts.principal, 'principalPdf'), schoolYear);
}

async function untilIssued(count: number): Promise<void> {
  const issued = () =>
    world.look('school').count('select count(*) from issued_record where school_id = $1', [schoolId]);
  await waitUntil(async () => (await issued()) === count, { what: `${count} records issued`, timeoutMs: PATIENCE_MS });
}

/** The state itself, or one after it: a step may be over before it is looked at. */
async function untilState(sessionId: string, state: string): Promise<void> {
  const order = ['preparing', 'requesting', 'awaitingApproval', 'signing', 'finished'];
  const rows = () =>
    world
      .look('school')
      .rows<{ state: string }>('select state from signing_session where session_id = $1', [sessionId]);
  await waitUntil(async () => order.indexOf((await rows())[0]?.state ?? '') >= order.indexOf(state), {
    what: state,
    timeoutMs: PATIENCE_MS,
  });
}
