import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readYearSheet } from '@hocba/record';
import { parseXml } from '@hocba/signature';
import { verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools, readTrustDirectory } from '@hocba/verify/node';
import { open } from '../../scripts/demo/fill-school.ts';
import { type HttpClient, Refusal } from '../../scripts/demo/http-client.ts';
import { approveSeal, openOffice } from '../../scripts/demo/registry-office.ts';
import { writeTrustFiles } from '../../scripts/demo/trust-files.ts';
import { lockCohort, type SubmittedRecord, submitClass } from '../../scripts/demo/walk-class.ts';
import { openBrowser, waitUntil } from '../harness/index.ts';
import { deliver, envelope, submission } from './world/forged-messages.ts';
import { type IssuedClass, issueOneClass } from './world/issued-class.ts';
import { accessibilityFindings } from './world/staff-browser.ts';

const patience = { timeoutMs: 90_000, everyMs: 250 };

interface Held {
  readonly recordId: string;
  readonly state: string;
  readonly studentName: string;
  readonly effectiveDate: string | null;
  readonly reportOutcome: string | null;
}

describe('a class reaches the registry', () => {
  let story: IssuedClass;
  let clerk: HttpClient;
  let records: readonly SubmittedRecord[];
  before(async () => {
    story = await issueOneClass({ purpose: 'registry', profile: 'demo-primary' });
    clerk = await open(story.world, story.walk.people.academicClerk);
  });
  after(() => story.world.end());

  const registry = async (name: 'province' | 'ministry'): Promise<readonly Held[]> => {
    const office = await openOffice(story.world, name);
    const { records: held } = await office.get<{ records: Held[] }>(
      `/api/registry/records?schoolYear=${story.walk.schoolYear}&schoolId=${story.schoolId}`,
    );
    return held;
  };
  const current = async (): Promise<readonly SubmittedRecord[]> => {
    const { classes } = await clerk.get<{ classes: { records: SubmittedRecord[] }[] }>(
      `/api/submissions?schoolYear=${story.walk.schoolYear}&classId=${story.walk.classId}`,
    );
    return classes.flatMap((each) => each.records);
  };

  it('is refused with a clear reason while its seal is not approved', async () => {
    records = await submitClass(story.world, story.walk);
    assert.equal(records.length, 24);
    assert.ok(records.every(({ state }) => state === 'rejected'));
    assert.deepEqual(
      [...new Set(records.flatMap(({ reasons }) => reasons.map(({ code }) => code)))],
      ['issuer-not-approved'],
    );
    assert.match(records[0]?.reasons[0]?.sentence ?? '', /chưa được phê duyệt/);
  });

  it('arrives whole and once although the registry is killed in the middle', async () => {
    await approveSeal(story.world, 'province', story.schoolId);
    await clerk.post('/api/submissions', { yearSheetIds: records.map(({ yearSheetId }) => yearSheetId) });
    await waitUntil(async () => (await current()).some(({ state }) => state === 'received'), {
      what: 'the first receipt',
      ...patience,
    });
    await story.world.processes.province.kill();
    await story.world.processes.school.restart();
    await story.world.processes.province.start();
    clerk = await open(story.world, story.walk.people.academicClerk);
    await waitUntil(async () => (await current()).every(({ state }) => state === 'received'), {
      what: 'all receipts',
      ...patience,
    });
    records = await current();
    const held = await registry('province');
    assert.deepEqual(held.map(({ recordId }) => recordId).sort(), records.map(({ recordId }) => recordId).sort());
    const office = await openOffice(story.world, 'province');
    const { inbox } = await office.get<{ inbox: { missing: number; complete: number }[] }>('/api/registry/exchange');
    assert.deepEqual(inbox, [{ sender: 'PM-HOCBA', complete: 1 + 24 + 24, missing: 0 }]);
  });

  it('leaves the school a receipt under the registry’s signature', async () => {
    const { receipt, outcome } = await clerk.get<{ receipt: string; outcome: string }>(
      `/api/year-sheets/${records[0]?.yearSheetId}/receipt`,
    );
    assert.equal(outcome, 'accepted');
    assert.equal(receipt.split('.').length, 3);
  });

  it('a message nobody known signed, or signed by another than it says, is refused', async () => {
    const message = {
      kind: 'status-query',
      body: { schoolId: story.schoolId, schoolYear: '2025-2026', afterRecordId: null },
    } as const;
    const asPortal = { messageId: 'forged-1', sequence: 900, key: 'portal', sender: 'school', message } as const;
    assert.equal((await deliver(story.world, await envelope(story.world, asPortal))).body.code, 'wrong-sender');
    const own = await envelope(story.world, { ...asPortal, key: 'school' });
    const [head = '', payload = '', signature = ''] = own.split('.');
    const flipped = [head, payload.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), signature].join('.');
    assert.equal((await deliver(story.world, flipped)).body.code, 'signature-invalid');
    assert.equal((await deliver(story.world, 'not a message')).body.code, 'malformed');
  });

  it('a tampered record is rejected with reasons, and the same message gets the same answer again', async () => {
    const path = `/api/year-sheets/${records[0]?.yearSheetId}`;
    const [xml, pdf] = await Promise.all([clerk.bytes(`${path}/xml`), clerk.bytes(`${path}/pdf`)]);
    const read = readYearSheet(parseXml(xml).root);
    assert.ok('sheet' in read);
    const { recordId, schoolYear, grade, className, version, lookupCode } = read.sheet;
    const sheet = { schoolId: story.schoolId, recordId, schoolYear, grade, className, version, lookupCode };
    const from = { key: 'school', sender: 'school' } as const;
    const otherXml = new TextEncoder().encode(new TextDecoder().decode(xml).replace('Hoàn thành', 'Hoàn Thành'));
    const otherPdf = Uint8Array.from(pdf, (byte, index) => (index === pdf.length >> 1 ? byte ^ 1 : byte));

    const first = await envelope(story.world, {
      ...from,
      messageId: 'tampered-1',
      sequence: 1000,
      message: submission(sheet, { xml: otherXml, pdf }),
    });
    const answer = await deliver(story.world, first);
    assert.equal(answer.body.outcome, 'rejected', answer.text);
    assert.deepEqual(
      answer.body.reasons.map(({ code }: { code: string }) => code),
      ['pdf-carries-other-xml'],
    );
    assert.equal((await deliver(story.world, first)).text, answer.text);

    const second = await envelope(story.world, {
      ...from,
      messageId: 'tampered-2',
      sequence: 1001,
      message: submission(sheet, { xml, pdf: otherPdf }),
    });
    const { reasons } = (await deliver(story.world, second)).body;
    assert.ok(
      reasons.some(({ code }: { code: string }) => code === 'pdf-signature-valid'),
      JSON.stringify(reasons),
    );

    const reused = await envelope(story.world, {
      ...from,
      messageId: 'tampered-1',
      sequence: 1002,
      message: submission(sheet, { xml, pdf }),
    });
    assert.equal((await deliver(story.world, reused)).body.code, 'message-conflict');
    assert.equal((await registry('province')).filter((held) => held.recordId === recordId).length, 1);
  });

  it('what the school withdrew in time is not locked; what is locked can no longer be withdrawn', async () => {
    const principal = await open(story.world, story.walk.people.principal);
    const [withdrawn, ...rest] = records;
    assert.ok(withdrawn);
    await principal.post(`/api/year-sheets/${withdrawn.yearSheetId}/withdrawal`, { reason: 'Nhập sai nhận xét' });
    await waitUntil(async () => (await registry('province')).some(({ state }) => state === 'withdrawn'), {
      what: 'the withdrawal at the registry',
      ...patience,
    });
    await lockCohort(story.world, story.walk, { registry: 'province', schoolId: story.schoolId, cohort: 'completed' });
    records = await current();
    const completed = records.filter(({ cohort }) => cohort === 'completed');
    assert.ok(completed.length > 0 && completed.length <= rest.length);
    for (const { state, effectiveDate } of completed) {
      assert.equal(state, 'locked');
      assert.match(effectiveDate ?? '', /^\d{4}-\d\d-\d\d$/);
    }
    const refusal = await principal
      .post(`/api/year-sheets/${completed[0]?.yearSheetId}/withdrawal`, { reason: 'Muốn sửa lại điểm' })
      .catch((error: unknown) => error);
    assert.ok(refusal instanceof Refusal);
    assert.equal(refusal.code, 'record-locked');
    const states = (await registry('province')).map(({ recordId, state }) => [recordId, state]);
    assert.equal(Object.fromEntries(states)[withdrawn.recordId], 'withdrawn');
  });

  it('the ministry verified the same records and holds the same locks', async () => {
    const locked = (held: readonly Held[]) =>
      held
        .filter(({ state }) => state === 'locked')
        .map(({ recordId, effectiveDate }) => `${recordId} ${effectiveDate}`)
        .sort();
    const below = locked(await registry('province'));
    await waitUntil(async () => locked(await registry('ministry')).length === below.length, {
      what: 'the ministry',
      ...patience,
    });
    assert.deepEqual(locked(await registry('ministry')), below);
    assert.ok((await registry('province')).every(({ reportOutcome }) => reportOutcome === 'accepted'));
  });

  it('the portal tells a code’s holder the state and a masked name, and the files only by birth date', async () => {
    const record = records.find(({ state }) => state === 'locked');
    assert.ok(record);
    const xml = await clerk.bytes(`/api/year-sheets/${record.yearSheetId}/xml`);
    const read = readYearSheet(parseXml(xml).root);
    assert.ok('sheet' in read);
    const { lookupCode, student } = read.sheet;
    const page = `${story.world.urls.portal}/h/${lookupCode}`;
    const text = await waitUntil(
      async () => {
        const found = await (await fetch(page)).text();
        return found.includes('đang có hiệu lực') ? found : undefined;
      },
      { what: 'the publication', ...patience },
    );
    assert.ok(!text.includes(student.fullName));
    assert.equal((await fetch(`${story.world.urls.portal}/h/${'0'.repeat(32)}`)).status, 404);
    const ask = (birth: string) => fetch(page, { method: 'POST', body: new URLSearchParams({ ngaySinh: birth }) });
    assert.equal((await ask('01/01/1999')).status, 403);
    const opened = await (await ask(student.birthDate.split('-').reverse().join('/'))).text();
    const address = /href="(\/tai-ve\/[^"]+\/xml[^"]+)"/.exec(opened)?.[1]?.replaceAll('&amp;', '&');
    const file = await fetch(`${story.world.urls.portal}${address}`);
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), xml);

    const form = new FormData();
    form.set('tep', new Blob([Buffer.from(xml)]), 'hocba.xml');
    const checked = await (await fetch(`${story.world.urls.portal}/kiem-tra`, { method: 'POST', body: form })).text();
    assert.match(checked, /Tệp hợp lệ/);
    assert.match(checked, /trùng từng byte/);
  });

  it('anyone verifies the files offline with what the portal hands out', async () => {
    await writeTrustFiles(story.world);
    const trust = readTrustDirectory(story.world.trustDirectory);
    const path = `/api/year-sheets/${records.find(({ state }) => state === 'locked')?.yearSheetId}`;
    for (const kind of ['xml', 'pdf']) {
      const report = await verifyRecordFile(await clerk.bytes(`${path}/${kind}`), trust, {
        ...nodeVerifyTools,
        at: Date.now(),
      });
      assert.equal(report.outcome, 'valid', report.sentence);
    }
  });

  it('the portal’s pages are for everyone: axe finds nothing serious', async () => {
    const browser = await openBrowser();
    const xml = await clerk.bytes(`/api/year-sheets/${records[1]?.yearSheetId}/xml`);
    const code = /<MaTraCuu>([0-9a-f]{32})</.exec(new TextDecoder().decode(xml))?.[1];
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 390, height: 844 },
    ]) {
      const page = await browser.newPage({ viewport, locale: 'vi-VN' });
      for (const path of ['/', '/tra-cuu?ma=1', `/h/${code}`, `/h/${'0'.repeat(32)}`, '/kiem-tra']) {
        await page.goto(story.world.urls.portal + path);
        assert.deepEqual(await accessibilityFindings({ page }), []);
      }
      await page.setInputFiles('#tep', { name: 'hocba.xml', mimeType: 'application/xml', buffer: Buffer.from(xml) });
      await page.getByRole('button', { name: 'Kiểm tra' }).click();
      await page.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
      assert.deepEqual(await accessibilityFindings({ page }), []);
      await page.close();
    }
    await browser.close();
  });
});
