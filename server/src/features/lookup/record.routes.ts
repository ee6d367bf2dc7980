import Type from 'typebox';
import { writeAudit } from '../../platform/audit/audit.ts';
import { sha256Hex } from '../../platform/digest.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { countWrong, forgetWrong, mayTry } from './birth-date-attempts.ts';
import { answersByYear, type YearAnswer } from './look-up.ts';
import { isBirthDate, knowsBirthDate, readCode } from './lookup.policy.ts';
import { filesPage } from './pages/files-page.ts';
import { homePage } from './pages/home-page.ts';
import { tooManyPage, unknownCodePage } from './pages/message-page.ts';
import { recordPage } from './pages/record-page.ts';
import { vietnameseTime } from './pages/words.ts';
import type { Portal } from './portal.ts';
import { findByCode, findByFile, type PublishedRecord } from './published.store.ts';
import { lookupAnswer, signAnswer } from './sign-answer.ts';

const Code = Type.Object({ code: Type.String({ maxLength: 80 }) });
const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' }, withoutCsrf: true }) as object;

/** The code's page, its signed answer, and the files for who knows the birth date. */
export function recordRoutes(pages: HttpServer, portal: Portal): void {
  const { platform, show } = portal;
  pages.get('/', async (_request, reply) => show(reply, homePage()));
  pages.get(
    '/tra-cuu',
    { schema: { querystring: Type.Object({ ma: Type.Optional(Type.String({ maxLength: 200 })) }) } },
    async (request, reply) => {
      const typed = request.query.ma ?? '';
      const code = readCode(typed);
      if (code) return reply.redirect(`/h/${code}`, 303);
      const sentence = 'Mã tra cứu phải có đúng 32 ký tự, gồm chữ số 0–9 và chữ cái a–f. Hãy kiểm tra lại.';
      return show(reply, homePage({ typed, sentence }), 400);
    },
  );
  pages.get('/h/:code', { schema: { params: Code }, config: perMinute(60) }, async (request, reply) => {
    const wantsJson = request.params.code.endsWith('.json');
    const code = readCode(request.params.code.replace(/\.json$/, ''));
    if (!code) return show(reply, unknownCodePage(), 404);
    if (!portal.codeLimit.allow(sha256Hex(code), platform.clock.now().getTime()))
      return show(reply, tooManyPage(), 429);
    const answers = await lookUp(platform, code);
    if (answers.length === 0) return show(reply, unknownCodePage(), 404);
    if (!wantsJson) return show(reply, recordPage({ code, answers, at: platform.clock.now() }));
    const signed = await signAnswer(platform, lookupAnswer(platform, code, answers));
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="tra-cuu-${code.slice(0, 8)}.json"`)
      .send(JSON.stringify(signed, undefined, 2));
  });
  openRoute(pages, portal);
  downloadRoute(pages, portal);
}

async function lookUp(platform: Platform, code: string): Promise<YearAnswer[]> {
  return answersByYear(await findByCode(platform.database, sha256Hex(code)));
}

function openRoute(pages: HttpServer, portal: Portal): void {
  const { platform, show } = portal;
  const Birth = Type.Object({ ngaySinh: Type.String({ maxLength: 30 }) });
  pages.post('/h/:code', { schema: { params: Code, body: Birth }, config: perMinute(20) }, async (request, reply) => {
    const code = readCode(request.params.code) ?? '';
    const codeHash = sha256Hex(code);
    const at = platform.clock.now();
    const answers = await lookUp(platform, code);
    if (answers.length === 0) return show(reply, unknownCodePage(), 404);
    const attempt = await mayTry(platform.database, codeHash, at);
    if (!attempt.open) return show(reply, recordPage({ code, answers, at, problem: closed(attempt.until) }), 429);
    if (!isBirthDate(request.body.ngaySinh))
      return show(reply, recordPage({ code, answers, at, problem: malformedDate }), 400);
    const known = answers.filter(({ record }) => knowsBirthDate(request.body.ngaySinh, record));
    if (known.length === 0) {
      const left = await countWrong(platform.database, codeHash, at);
      return show(reply, recordPage({ code, answers, at, problem: wrong(left) }), 403);
    }
    await forgetWrong(platform.database, codeHash);
    await Promise.all(known.map(({ record }) => noteOpening(platform, record, 'openRecord')));
    const opened = known.map(({ record }) => {
      const address = (digest: string, kind: string) =>
        `/tai-ve/${digest}/${kind}?phep=${portal.tickets.issue(digest, at.getTime())}`;
      return { record, pdf: address(record.pdfDigest, 'pdf'), xml: address(record.xmlDigest, 'xml') };
    });
    return show(reply, filesPage(code, opened));
  });
}

const kinds = { pdf: 'application/pdf', xml: 'application/xml' } as const;

function downloadRoute(pages: HttpServer, portal: Portal): void {
  const { platform, show } = portal;
  const File = Type.Object({
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    kind: Type.Union([Type.Literal('pdf'), Type.Literal('xml')]),
  });
  const Ticket = Type.Object({ phep: Type.String({ maxLength: 200 }) });
  const schema = { params: File, querystring: Ticket };
  pages.get('/tai-ve/:digest/:kind', { schema, config: perMinute(60) }, async (request, reply) => {
    const { digest, kind } = request.params;
    const accepted = portal.tickets.accepts(digest, request.query.phep, platform.clock.now().getTime());
    const record = accepted ? await findByFile(platform.database, digest) : undefined;
    if (!record) return show(reply, unknownCodePage(), 404);
    await noteOpening(platform, record, 'downloadRecord');
    const name = `hoc-ba-${record.schoolYear}-lop-${record.grade}-v${record.version}.${kind}`;
    return reply
      .type(kinds[kind])
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Buffer.from(await platform.files.get(digest)));
  });
}

/** Who looked cannot be known here, only that someone did, and when. */
async function noteOpening(platform: Platform, record: PublishedRecord, action: string): Promise<void> {
  const { schoolId, recordId, schoolYear, version } = record;
  const subject = { kind: 'publishedRecord', id: `${recordId}/${schoolYear}/${version}` };
  const at = platform.clock.now();
  await platform.database.transaction({ schoolId }, (tx) =>
    writeAudit(tx, { schoolId, by: 'codeHolder', at, action, subject }),
  );
}

const malformedDate =
  'Ngày sinh chưa đúng dạng ngày/tháng/năm, ví dụ 09/03/2015. Hãy nhập lại; lần này không tính vào số lần thử.';

function wrong(left: number): string {
  if (left === 0) return 'Ngày sinh không đúng. Đã hết số lần thử; hãy thử lại sau 1 giờ.';
  return `Ngày sinh không khớp với học bạ. Còn ${left} lần thử.`;
}

function closed(until: Date): string {
  return `Đã nhập sai ngày sinh quá nhiều lần. Có thể thử lại từ ${vietnameseTime(until)}.`;
}
