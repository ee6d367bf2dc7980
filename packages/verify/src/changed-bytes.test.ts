import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { elementsWithin, parseXml, readPdf, type XmlElement } from '@hocba/signature';
import { nodePdfTools } from '@hocba/signature/node';
import { SampleSchool } from '../../../tests/samples/make-samples.ts';
import { verifyTime } from '../../../tests/samples/sample-authority.ts';
import { identitiesFor, signRecord } from '../../../tests/samples/sign-record.ts';
import { perSubjectSheet } from '../../record/testing/sample-sheet.ts';
import { type Region, regionsOfFile } from '../../signature/src/pades/region-map.ts';
import { nodeVerifyTools } from './node.ts';
import { checkCodes, type VerificationReport } from './report.ts';
import { prepareTrust } from './trust.ts';
import { verifyRecordFile } from './verify-record.ts';

const school = new SampleSchool();
const { rerender: _, ...tools } = nodeVerifyTools;
const trust = prepareTrust(school.trust(), tools.crypto);

const english = /malformed|expected|canonical|bộ dựng khác|[A-Z]_[A-Z]|\b(?:of|is|the|not)\b/;

/** Every report on the way also keeps to the documented codes, and to Vietnamese. */
async function verify(bytes: Uint8Array): Promise<VerificationReport> {
  const report = await verifyRecordFile(bytes, trust, { ...tools, at: verifyTime });
  for (const { name, code, sentence, details } of report.checks) {
    assert.ok(['ok', ...checkCodes[name]].includes(code), `${name}: ${code} is not documented`);
    assert.doesNotMatch([sentence, ...details].join(' '), english);
  }
  return report;
}

describe('when one byte of a record’s XML is changed', () => {
  const samples = [
    { about: 'three signatures', xml: school.xml(), every: 1 },
    { about: 'five signatures', xml: perSubjectRecord(), every: 4 },
  ];
  for (const { about, xml, every } of samples) {
    const { root } = parseXml(xml);
    const parts = partsOf(root);

    it(`with ${about}, it is found wherever it is, and named by the part it lies in`, async () => {
      const problems: string[] = [];
      for (const [index, element] of [...elementsWithin(root)].entries()) {
        if (index % every > 0) continue;
        for (const at of placesIn(element)) {
          const expected = parts.find(({ start, end }) => at >= start && at < end)?.id;
          const report = await verify(changed(xml, at));
          if (report.outcome !== 'invalid') problems.push(`byte ${at} (${expected}): ${report.outcome}`);
          else if (expected && !brokenParts(report).includes(expected)) {
            problems.push(`byte ${at} in ${expected}: told ${brokenParts(report)}; ${report.sentence}`);
          }
        }
      }
      assert.deepEqual(problems, []);
    });
  }

  it('outside all parts it is found too', async () => {
    const { xml } = samples[0] ?? { xml: new Uint8Array() };
    for (let at = 0; at < 100; at += 1)
      assert.notEqual((await verify(changed(xml, at))).outcome, 'valid', `byte ${at}`);
    for (let at = xml.length - 20; at < xml.length; at += 1) {
      assert.notEqual((await verify(changed(xml, at))).outcome, 'valid', `byte ${at}`);
    }
  });

  it('of a file that no longer parses, the row is named where reading stopped', async () => {
    const text = new TextDecoder().decode(samples[0]?.xml);
    const broken = text.replace(/(Id="mh-2".*?<LoiNhanXet>.{20})./s, '$1<');
    const report = await verify(new TextEncoder().encode(broken));
    const { details = [] } = report.checks.find(({ name }) => name === 'content-intact') ?? {};
    assert.match(
      details.join('\n'),
      /^Phần môn học ở dòng 2 đã bị sửa sau khi ký; .*giáo viên chủ nhiệm, hiệu trưởng/m,
    );
    assert.match(
      report.checks[0]?.sentence ?? '',
      /không đọc được tại dòng \d+, cột \d+, trong phần môn học ở dòng 2\.$/,
    );
  });

  it('the sentence says which part and whose signatures it breaks', async () => {
    const text = new TextDecoder().decode(samples[1]?.xml);
    const own = text.replace(/(Id="mh-3".*?)vận dụng tốt/s, '$1vận dụng kém');
    assert.notEqual(own, text);
    const report = await verify(new TextEncoder().encode(own));
    const { details = [] } = report.checks.find(({ name }) => name === 'content-intact') ?? {};
    assert.ok(
      details.includes(
        'Phần môn Ngoại ngữ (Tiếng Anh) đã bị sửa sau khi ký; làm mất hiệu lực chữ ký của giáo viên môn Ngoại ngữ (Tiếng Anh) Ngô Bảo Châm.',
      ),
      details.join('\n'),
    );
    assert.match(details.join('\n'), /hiệu trưởng Trần Minh Đức, con dấu của Trường Tiểu học Sao Mai/);
    const value = report.checks.find(({ name }) => name === 'signature-valid');
    assert.equal(value?.outcome, 'passed');
    assert.match(value.sentence, /, nhưng nội dung đã đổi nên chữ ký không còn hiệu lực\.$/);
  });
});

describe('when one byte of a record’s PDF is changed', () => {
  let pdf: Uint8Array;
  let regions: readonly Region[];
  before(async () => {
    pdf = await school.pdf();
    regions = regionsOfFile(readPdf(pdf, nodePdfTools), 0);
  });

  it('it is found wherever it is, and the part it lies in is named', async () => {
    const originalEnd = readPdf(pdf, nodePdfTools).revisions[0]?.end ?? 0;
    const problems: string[] = [];
    for (const { kind, page, start, end } of regions) {
      for (const at of [0, 0.2, 0.5, 0.8, 0.99].map((share) => start + Math.floor((end - start) * share))) {
        const report = await verify(changed(pdf, at));
        const expected = page > 0 ? `pdf-${kind}-${page}` : `pdf-${kind}`;
        if (report.outcome !== 'invalid') problems.push(`byte ${at} in ${expected}: ${report.outcome}`);
        else if (end <= originalEnd && !brokenParts(report).includes(expected)) {
          problems.push(`byte ${at} in ${expected}: told ${brokenParts(report)}`);
        }
      }
    }
    assert.deepEqual(problems, []);
    assert.ok(regions.some(({ kind }) => kind === 'attachment') && regions.some(({ kind }) => kind === 'pageContent'));
  });

  it('in the seal itself, its cryptography and its padding, it is found and the seal is named', async () => {
    const text = new TextDecoder('latin1').decode(pdf);
    const hole = text.lastIndexOf('/Contents <') + '/Contents <'.length;
    const length = text.indexOf('>', hole) - hole;
    for (const share of [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.9, 0.999]) {
      const report = await verify(changed(pdf, hole + Math.floor(length * share)));
      assert.equal(report.outcome, 'invalid', `${share} of the hole`);
      assert.ok(brokenParts(report).includes('pdf-signature'), `${share}: ${brokenParts(report)}`);
    }
  });
});

function perSubjectRecord(): Uint8Array {
  const { authority, seal } = school;
  const identities = identitiesFor(perSubjectSheet, authority).set('organisationSeal', seal);
  return signRecord({ sheet: perSubjectSheet, authority, identities });
}

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function brokenParts({ parts }: VerificationReport): readonly string[] {
  return parts.filter(({ intact }) => intact === false).map(({ id }) => id);
}

/** The three whole parts and each signature, by their bytes. */
function partsOf(root: XmlElement) {
  return [...elementsWithin(root)].flatMap(({ attributes, localName, start, end }) => {
    const id = attributes.get('Id') ?? '';
    return ['tt', 'kq', 'nx'].includes(id) || localName === 'Signature' ? [{ id, start, end }] : [];
  });
}

/** In the start tag, in the middle, in the end tag; in long ones, tokens and certificates, all through. */
function placesIn({ start, end, children }: XmlElement): readonly number[] {
  const isLong = end - start > 600 && children.every(({ kind }) => kind === 'text');
  const inside = isLong
    ? Array.from({ length: 16 }, (_, step) => start + Math.floor(((step + 1) * (end - start)) / 17))
    : [];
  return [...new Set([start, start + 3, ...inside, Math.floor((start + end) / 2), end - 2])];
}
