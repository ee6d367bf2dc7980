import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PIN, whyNoSoftToken } from '../../agent/src/testing/soft-token.ts';
import { buildWeb } from '../../scripts/build-web.ts';
import type { SessionView } from '../../scripts/demo/walk-class.ts';
import { openBrowser, waitUntil } from '../harness/index.ts';
import { complete, isComplete, readySheets, type Signatory, signatory, start, view } from './world/acts.ts';
import { complaints, fetchIssued, trustOf, verify } from './world/issued-files.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { accessibilityFindings, sitDown } from './world/staff-browser.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';
import { type TokenOnTheDesk, tokenOnTheDesk } from './world/token-on-the-desk.ts';

/** Machines that run many tests at once are slow. */
const PATIENCE_MS = 120_000;

describe('a school whose seal is on a USB token', { skip: whyNoSoftToken() ?? false }, () => {
  let world: StoryWorld;
  let school: SmallSchool;
  let seal: Signatory;
  let desk: TokenOnTheDesk;
  let browser: Browser;
  const sealed: string[] = [];

  before(async () => {
    world = await startStoryWorld({
      purpose: 'sealtoken',
      without: ['province', 'ministry', 'portal'],
      webDirectory: await buildWeb(),
    });
    school = await fillSmallSchool(world, { carriedOver: true });
    seal = await signatory(world, school.people.sealClerk, 'organisationSeal');
    desk = await tokenOnTheDesk(world, { school, kind: 'seal', holder: school.schoolName });
    await offerTokens();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await desk?.close();
    await world?.end();
  });

  /** Until the token is asked for a list: the first, of XML, or the second, of PDFs. */
  const untilAsked = (sessionId: string, pdfs: number) =>
    waitUntil(
      async () => {
        const now = (await view(seal, sessionId)) as SealView;
        return now.state === 'awaitingApproval' && now.secondList.prepared === pdfs && now;
      },
      { what: `token asked for ${pdfs} PDFs`, timeoutMs: PATIENCE_MS },
    );
  const untilIssued = (sessionId: string) =>
    waitUntil(async () => isComplete(await view(seal, sessionId), 'organisationSeal'), {
      what: 'all issued',
      timeoutMs: PATIENCE_MS,
    });

  test('in a browser: the seal is registered, the PIN is typed once, the PDFs follow by themselves', async () => {
    const sheets = await readyForSeal(school.classes[0] ?? '');
    const { loginName: username } = school.people.sealClerk;
    const { page, complaints: said } = await sitDown(browser, world.urls.school, {
      username,
      password: world.secrets.password,
    });
    page.setDefaultTimeout(PATIENCE_MS);
    await registerSeal(page);
    await page.getByText('Con dấu trên USB token đóng làm hai bước').waitFor();
    await page.getByRole('button', { name: `Đóng dấu và phát hành ${sheets.length} học bạ` }).click();
    const window = page.waitForEvent('popup');
    await page.getByRole('button', { name: `Ký ${sheets.length} học bạ bằng thiết bị ký` }).click();
    const findings = await accessibilityFindings({ page });
    const confirm = await window;
    await confirm.getByLabel('Mã PIN của thiết bị ký').fill(PIN);
    await confirm.getByRole('button', { name: `Ký ${sheets.length} tài liệu` }).click();
    await confirm.getByText('Bản PDF sẽ được ký tiếp').waitFor();
    await page.getByRole('heading', { name: 'Hoàn tất' }).waitFor();
    assert.deepEqual([findings, said], [[], []]);
    await assertIssued(sheets);
  });

  test('the second list waits through kill -9 of the server and a closed browser, and asks for the PIN again', async () => {
    const sheets = await readyForSeal(school.classes[1] ?? '');
    const sessionId = await start(world, seal, sheets);
    await untilAsked(sessionId, 0);
    await desk.sign(seal.client, sessionId);
    await world.processes.school.restart();
    await untilRunning(sessionId);
    await world.processes.school.restart();
    await desk.leave(sessionId);
    await untilAsked(sessionId, sheets.length);
    await world.processes.school.restart();
    assert.deepEqual(await desk.sign(seal.client, sessionId), { count: sheets.length, pinTyped: true });
    await world.processes.school.restart();
    await untilIssued(sessionId);
    await assertIssued(sheets);
  });

  test('an act stopped between the lists is taken up again', async () => {
    const sheets = (await readyForSeal(school.classes[2] ?? '')).slice(0, 3);
    const sessionId = await start(world, seal, sheets);
    await untilAsked(sessionId, 0);
    await desk.sign(seal.client, sessionId);
    await untilAsked(sessionId, sheets.length);
    await seal.client.post(`/api/signing/sessions/${sessionId}/cancellation`);
    await seal.client.post(`/api/signing/sessions/${sessionId}/seal`, {});
    await untilAsked(sessionId, sheets.length);
    await desk.sign(seal.client, sessionId);
    await untilIssued(sessionId);
    await assertIssued(sheets);
  });

  test('every place was signed once, and nothing is left to do', async () => {
    const look = world.look('school');
    const once = (table: string, slot: string) =>
      look.count(`select count(*) from ${table} where slot = $1 and timestamp_token is not null`, [slot]);
    assert.equal(await once('signature', 'organisationSeal'), sealed.length);
    assert.equal(await once('pdf_signature', 'sealPdf'), sealed.length);
    assert.equal(await look.count('select count(*) from issued_record'), sealed.length);
    for (const slot of ['organisationSeal', 'sealPdf']) {
      const audited = `select count(*) from audit_log where action = 'sign' and details->>'slot' = $1`;
      assert.equal(await look.count(audited, [slot]), sealed.length, slot);
    }
    await waitUntil(async () => (await look.count('select count(*) from pending_work', [])) === 0, {
      what: 'nothing left to do',
      timeoutMs: PATIENCE_MS,
    });
  });

  /** Homeroom teacher and principal sign the class by the usual service. */
  async function readyForSeal(classId: string): Promise<string[]> {
    for (const [slot, person] of [
      ['homeroomTeacher', homeroomTeacher(school, classId)],
      ['principal', school.people.principal],
    ] as const) {
      const by = await signatory(world, person, slot);
      const sheets = await readySheets(by, school.schoolYear, classId);
      await complete(world, by, { sessionId: await start(world, by, sheets) });
    }
    return readySheets(seal, school.schoolYear, classId);
  }

  /** The school's install says where agents listen. */
  async function offerTokens(): Promise<void> {
    const file = join(world.directory, 'config', 'school.json');
    const settings = { ...JSON.parse(readFileSync(file, 'utf8')), tokenAgentUrl: desk.agentUrl };
    writeFileSync(file, JSON.stringify(settings));
    await world.processes.school.restart();
  }

  async function registerSeal(page: Page): Promise<void> {
    await page.goto(`${world.urls.school}/signing`);
    await page.getByRole('button', { name: 'Thay con dấu số' }).click();
    await page.getByLabel('Mã ghép nối của chương trình ký').fill(desk.pairingCode);
    await page.getByRole('button', { name: 'Tìm thiết bị ký' }).click();
    await page.getByRole('button', { name: `Dùng chứng thư của ${school.schoolName}` }).click();
    await page.getByText('Đã đăng ký con dấu số').waitFor();
  }

  async function untilRunning(sessionId: string): Promise<void> {
    const rows = 'select count(*) from pdf_to_sign where seal_session_id = $1';
    const rendered = () => world.look('school').count(rows, [sessionId]);
    await waitUntil(async () => (await rendered()) > 0, { what: 'first PDF rendered', timeoutMs: PATIENCE_MS });
  }

  async function assertIssued(sheets: readonly string[]): Promise<void> {
    sealed.push(...sheets);
    const trust = await trustOf(world, school.schoolId);
    for (const yearSheetId of sheets) {
      for (const kind of ['xml', 'pdf'] as const) {
        const report = await verify(await fetchIssued(seal.client, yearSheetId, kind), trust);
        assert.deepEqual(complaints(report), [], `${yearSheetId} ${kind}`);
      }
    }
  }
});

type SealView = SessionView & { readonly secondList: { readonly prepared: number } };
