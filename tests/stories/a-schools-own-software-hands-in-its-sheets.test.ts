import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assembleRecordXml, type SecondaryYearSheet, writeYearSheet } from '@hocba/record';
import type { Browser } from 'playwright-core';
import { buildWeb } from '../../scripts/build-web.ts';
import { openPreparedAccounts } from '../../scripts/demo/prepared-school.ts';
import { secondarySamples } from '../../scripts/demo/secondary-samples.ts';
import { openBrowser } from '../harness/index.ts';
import { accessibilityFindings, type Desk, sitDown } from './world/staff-browser.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

const [school] = secondarySamples();
const { schoolYear, classId, people } = school;
const [sheet] = school.sheets as readonly [SecondaryYearSheet];
let world: StoryWorld;
let browser: Browser;
let folder: string;
const desks: Desk[] = [];
const findings: string[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hocba-prepared-'));
  const webDirectory = await buildWeb();
  world = await startStoryWorld({ purpose: 'prepared', webDirectory, without: ['province', 'ministry', 'portal'] });
  await openPreparedAccounts(world, school);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await world?.end();
  await rm(folder, { recursive: true, force: true });
});

async function at({ loginName }: { loginName: string }): Promise<Desk> {
  const desk = await sitDown(browser, world.urls.school, { username: loginName, password: world.secrets.password });
  desks.push(desk);
  return desk;
}

async function look(desk: Desk): Promise<void> {
  findings.push(...(await accessibilityFindings(desk)));
}

async function fileOf(name: string, of: SecondaryYearSheet): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, assembleRecordXml(writeYearSheet(of), []));
  return path;
}

test('the clerk reads which file and pupil is wrong, corrects it, and the class is taken', async () => {
  const desk = await at(people.academicClerk);
  const { page } = desk;
  await page.getByRole('link', { name: 'Nhận học bạ' }).click();
  const choose = page.locator('input[type=file]');
  const retained = { ...sheet, conclusion: { ...sheet.conclusion, promotion: 'retained' as const } };
  await choose.setInputFiles([await fileOf('em-1.xml', retained), await fileOf('ghi-chu.txt', sheet)]);
  await page.getByText('ghi-chu.txt không phải tệp .xml').waitFor();
  await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
  await page.getByText(`em-1.xml: ${sheet.student.fullName}`).first().waitFor();
  await look(desk);
  await choose.setInputFiles([await fileOf('em-1.xml', sheet)]);
  await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
  await page.getByText('Đã nhận 1 học bạ. Bước tiếp theo').waitFor();
  await look(desk);
  await page.getByRole('link', { name: 'Các lớp học' }).click();
  await page.getByText('Do phần mềm của trường lập').waitFor();
  await look(desk);
  assert.match(desk.complaints.join(), /^Failed to load resource: .* 422 [^,]*$/);
});

test('a teacher of the class reads the pupil’s sheet, which nobody can change here, and the unsigned form', async () => {
  const desk = await at(people.homeroomTeacher);
  const { page } = desk;
  await page.getByText('1 học bạ đang chờ giáo viên bộ môn ký').waitFor();
  await page.goto(`${world.urls.school}/classes/${schoolYear}/${classId}`);
  await page.getByRole('link', { name: sheet.student.fullName }).click();
  await page.getByRole('heading', { name: 'Kết quả cuối năm học' }).waitFor();
  assert.equal(await page.getByRole('textbox').count(), 0);
  await look(desk);
  const form = await page.getByRole('link', { name: 'Xem trước bản in' }).getAttribute('href');
  const answer = await desk.context.request.get(new URL(form ?? '', world.urls.school).href);
  assert.match(answer.headers()['content-disposition'] ?? '', /chua-ky\.pdf/);
  assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-');
  const read = await world.look('school').rows("select actor from audit_log where action = 'previewSheet'", []);
  assert.deepEqual(read, [{ actor: people.homeroomTeacher.fullName }]);
  assert.deepEqual(desk.complaints, []);
});

test('the principal takes a sheet back, and the clerk is asked for its next version', async () => {
  const principal = await at(people.principal);
  await principal.page.goto(`${world.urls.school}/classes/${schoolYear}/${classId}/records`);
  await principal.page.getByRole('button', { name: /^Rút để sửa/ }).click();
  await principal.page.getByLabel('Lý do').fill('Sai điểm học kì II môn Toán');
  await principal.page.getByRole('dialog').getByRole('button', { name: 'Rút để sửa' }).click();
  await principal.page.getByText('Đã rút học bạ').waitFor();
  const clerk = await at(people.academicClerk);
  await clerk.page.getByText('1 học bạ đã rút, chờ bản mới').waitFor();
  await clerk.page.goto(`${world.urls.school}/classes/${schoolYear}/${classId}`);
  await clerk.page.getByText('Lý do: Sai điểm học kì II môn Toán').waitFor();
  await look(clerk);
});

test('no screen has a serious or critical accessibility finding', () => {
  assert.deepEqual([...new Set(findings)], []);
});
