import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { buildWeb } from '../../scripts/build-web.ts';
import { openRegistries, registryOfficers } from '../../scripts/demo/registry-office.ts';
import type { SchoolPeople } from '../../simulators/sector-database/index.ts';
import { openBrowser, waitUntil } from '../harness/index.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { accessibilityFindings, approveOnPhone, type Desk, sitDown } from './world/staff-browser.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

const CLASS = '3A';
let world: StoryWorld;
let school: SmallSchool;
let browser: Browser;
let folder: string;
let pupils: string[];
let desks: Desk[];
let findings: string[];
let lookupCode: string;
/** One record's PDF and XML, on disk. */
let issued: readonly string[];

before(async () => {
  desks = [];
  findings = [];
  folder = await mkdtemp(join(tmpdir(), 'hocba-browser-'));
  const webDirectory = await buildWeb();
  world = await startStoryWorld({ purpose: 'screens', webDirectory });
  school = await fillSmallSchool(world);
  await openRegistries(world);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await world?.end();
  await rm(folder, { recursive: true, force: true });
});

const people = (): SchoolPeople => school.people;

async function at(person: { loginName: string }): Promise<Desk> {
  const desk = await sitDown(browser, world.urls.school, {
    username: person.loginName,
    password: world.secrets.password,
  });
  desks.push(desk);
  return desk;
}

async function look(desk: Desk): Promise<void> {
  findings.push(...(await accessibilityFindings(desk)));
}

test('the academic clerk drops the workbook again and reads that nothing changed', async () => {
  const desk = await at(people().academicClerk);
  const { page } = desk;
  const file = join(folder, 'truong.xlsx');
  await writeFile(file, school.workbook);
  await page.getByRole('link', { name: 'Nhập dữ liệu' }).first().click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Đã nhập xong').waitFor();
  await page.getByText('tệp không có gì mới').waitFor();
  await look(desk);
});

test('the homeroom teacher lowers a level and sees the result of the year change, with its reason', async () => {
  const desk = await at(homeroomTeacher(school, CLASS));
  const { page } = desk;
  await page.goto(`${world.urls.school}/classes/${school.schoolYear}/${CLASS}`);
  await page.locator('tbody th').first().waitFor();
  pupils = await page.locator('tbody th').allInnerTexts();
  assert.ok(pupils.length > 10);
  await look(desk);
  await page
    .locator('tbody tr', { hasText: /Hoàn thành (xuất sắc|tốt)/ })
    .locator('th a')
    .first()
    .click();
  const result = page.getByTestId('education-result');
  const before = await result.innerText();
  assert.match(before, /Hoàn thành (xuất sắc|tốt)/);
  await page.getByLabel('Mức đạt được: Toán').selectOption('completed');
  await page
    .getByText(/Toán ở mức Hoàn thành/)
    .first()
    .waitFor();
  assert.equal(await result.innerText(), 'Hoàn thành');
  await page.getByLabel('Điểm kiểm tra định kì cuối năm: Toán').fill('11');
  await page.getByText('Có ô chưa hợp lệ, chưa lưu').waitFor();
  await page.getByLabel('Điểm kiểm tra định kì cuối năm: Toán').fill('8,5');
  await page
    .getByText(/chỉ cho điểm nguyên/)
    .first()
    .waitFor();
  await look(desk);
  await page.getByRole('link', { name: /^Lớp 3A$/ }).click();
  await page.getByText('Lưu trước khi rời học sinh này?').waitFor();
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  assert.equal(await result.innerText(), before);
  const comment = page.getByLabel('Nhận xét: Toán');
  await comment.fill('Em tính nhanh và cẩn thận, biết giúp bạn.');
  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu kết quả của học sinh.').waitFor();
  await page.reload();
  await assertValue(comment, 'Em tính nhanh và cẩn thận, biết giúp bạn.');
});

test('the vice-principal releases the class and carries it over; the summary agrees with every record', async () => {
  const desk = await at(people().vicePrincipal);
  const { page } = desk;
  await look(desk);
  await page.getByRole('link', { name: 'Lớp học' }).click();
  await page.getByRole('link', { name: CLASS, exact: true }).waitFor();
  await look(desk);
  await page.getByRole('link', { name: CLASS, exact: true }).click();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await page.getByRole('button', { name: 'Kết chuyển' }).click();
  await look(desk);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Kết chuyển ${pupils.length} học bạ` })
    .click();
  await page.getByText(`Đã kết chuyển ${pupils.length} học bạ.`).waitFor();
  await page.getByRole('link', { name: 'Bảng tổng hợp' }).click();
  await page.getByText(`Khớp với ${pupils.length} học bạ`).waitFor();
  await look(desk);
});

for (const [who, slot] of [
  ['the homeroom teacher', 'homeroomTeacher'],
  ['the principal', 'principal'],
] as const) {
  test(`${who} signs the class with one approval on the phone, after comparing the list’s digest`, async () => {
    const person = slot === 'principal' ? people().principal : homeroomTeacher(school, CLASS);
    const desk = await at(person);
    const { page } = desk;
    await page.goto(`${world.urls.school}/signing?slot=${slot}`);
    await page.getByText('Có hiệu lực đến').waitFor();
    await look(desk);
    await page.getByRole('button', { name: `Ký ${pupils.length} học bạ` }).click();
    await page.getByText('Chờ xác nhận trên điện thoại').waitFor();
    await look(desk);
    const digest = (await page.getByTestId('list-digest').innerText()).trim();
    const address = `${world.urls.remoteSigning}/phone/${encodeURIComponent(person.loginName.toLowerCase())}`;
    await approveOnPhone(browser, { address, pin: world.secrets.pin }, digest);
    await page.getByRole('heading', { name: 'Hoàn tất' }).waitFor();
    assert.equal(await page.getByText(`${pupils.length} / ${pupils.length}`).count(), 2);
  });
}

test('the seal clerk seals and issues with the password given once; the PDF and the XML are there', async () => {
  const desk = await at(people().sealClerk);
  const { page } = desk;
  await page.getByRole('link', { name: 'Đóng dấu', exact: true }).click();
  await page.getByLabel('Mật khẩu tệp chứng thư').fill(world.secrets.sealPassword);
  await look(desk);
  await page.getByRole('button', { name: `Đóng dấu và phát hành ${pupils.length} học bạ` }).click();
  await page.getByRole('heading', { name: 'Hoàn tất' }).waitFor({ timeout: 60_000 });
  await page.goto(`${world.urls.school}/classes/${school.schoolYear}/${CLASS}/records`);
  const pdf = page.getByRole('link', { name: /^Xem PDF/ });
  await pdf.first().waitFor();
  assert.equal(await pdf.count(), pupils.length);
  await look(desk);
  const [pdfBytes, xmlBytes] = await Promise.all(
    [pdf, page.getByRole('link', { name: /^Tải XML/ })].map(async (link) => {
      const address = new URL((await link.first().getAttribute('href')) ?? '', world.urls.school);
      return (await desk.context.request.get(address.href)).body();
    }),
  );
  assert.equal(pdfBytes?.subarray(0, 5).toString(), '%PDF-');
  issued = await Promise.all(
    (
      [
        ['hocba.pdf', pdfBytes],
        ['hocba.xml', xmlBytes],
      ] as const
    ).map(async ([name, bytes]) => {
      const path = join(folder, name);
      await writeFile(path, bytes ?? '');
      return path;
    }),
  );
  lookupCode = /<MaTraCuu>([0-9a-f]{32})</.exec(xmlBytes?.toString('utf8') ?? '')?.[1] ?? '';
  assert.notEqual(lookupCode, '');
});

test('the class is submitted, the province approves the seal, receives every record and locks them', async () => {
  const clerk = await at(people().academicClerk);
  const officer = await sitDown(browser, world.urls.province, {
    username: registryOfficers.province.username,
    password: world.secrets.password,
  });
  desks.push(officer);
  await clerk.page.goto(`${world.urls.school}/submissions`);
  await clerk.page.getByText('Cơ sở dữ liệu học bạ của Sở').waitFor();
  await look(clerk);
  await requestSeal(clerk);
  await approveSeal(officer);
  await clerk.page.reload();
  await clerk.page.getByRole('button', { name: `Gửi tất cả ${pupils.length} học bạ đã phát hành` }).click();
  await clerk.page.getByText(`${pupils.length} học bạ: đã tiếp nhận`).waitFor({ timeout: 60_000 });
  await lock(officer);
  await clerk.page.goto(`${world.urls.school}/classes/${school.schoolYear}/${CLASS}/records`);
  await clerk.page
    .getByText(/Có hiệu lực từ/)
    .first()
    .waitFor({ timeout: 30_000 });
});

test('the portal answers the look-up code: in force, which school, since when', async () => {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await waitUntil(
    async () => {
      await page.goto(`${world.urls.portal}/h/${lookupCode}`);
      return (await page.getByText('Ngày hiệu lực').count()) > 0 && (await page.getByText('Chưa có').count()) === 0;
    },
    { what: 'the locked record at the portal', everyMs: 1000, timeoutMs: 60_000 },
  );
  assert.ok(await page.getByText(school.schoolName).isVisible());
  await context.close();
});

test('the visitor’s browser finds the PDF and the XML valid by itself, under the portal’s own policy', async () => {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  for (const file of issued) {
    await page.goto(`${world.urls.portal}/kiem-tra/tren-may`);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await page.getByRole('heading', { name: 'Tệp hợp lệ' }).waitFor({ timeout: 60_000 });
    findings.push(...(await accessibilityFindings({ page })));
  }
  await context.close();
});

test('no screen has a serious or critical accessibility finding, and none complained', () => {
  assert.deepEqual([...new Set(findings)], []);
  assert.deepEqual(
    desks.flatMap(({ complaints }) => complaints),
    [],
  );
});

async function requestSeal({ page }: Desk): Promise<void> {
  const request = page.getByRole('button', { name: 'Gửi con dấu đi phê duyệt' });
  if (await request.isVisible()) await request.click();
}

/** The request travels; the officer looks until it has come. */
async function approveSeal(officer: Desk): Promise<void> {
  const { page } = officer;
  await waitUntil(
    async () => {
      await page.goto(`${world.urls.province}/registry/issuers`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      return page.getByText(school.schoolName).first().isVisible();
    },
    { what: 'the seal at the province', everyMs: 300 },
  );
  await look(officer);
  await page.getByRole('button', { name: new RegExp(`Xem và quyết định: ${school.schoolName}`) }).click();
  await page.getByRole('button', { name: 'Phê duyệt', exact: true }).click();
  await page.getByText('Đã phê duyệt').waitFor();
}

async function lock(officer: Desk): Promise<void> {
  const { page } = officer;
  await page.goto(`${world.urls.province}/registry/schools`);
  await page.getByRole('link', { name: school.schoolName }).waitFor();
  await look(officer);
  await page.goto(`${world.urls.province}/registry/locking`);
  const button = page.getByRole('button', { name: /^Chốt \d+ học bạ$/ });
  await button.first().waitFor();
  await look(officer);
  await button.first().click();
  const dialog = page.getByRole('dialog');
  const reason = dialog.getByLabel('Lý do chốt sớm');
  if (await reason.isVisible()) await reason.fill('Chốt thử trong kiểm thử tự động');
  await dialog.getByRole('button', { name: /^Chốt/ }).click();
  await page.getByText('Đã bắt đầu chốt').waitFor();
}

async function assertValue(field: { inputValue(): Promise<string> }, expected: string): Promise<void> {
  await waitUntil(async () => (await field.inputValue()) === expected, { what: `the field holding ${expected}` });
}
