import { performance } from 'node:perf_hooks';
import { renderYearSheet } from '@hocba/rendition';
import { parseCertificate } from '@hocba/signature';
import { signData } from '@hocba/signature/node';
import { prepareTrust, verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools } from '@hocba/verify/node';
import { sampleSheet } from '../packages/record/testing/sample-sheet.ts';
import { SampleSchool } from '../tests/samples/make-samples.ts';
import { sampleTime, verifyTime } from '../tests/samples/sample-authority.ts';
import { renderRecord, renditionOfRecord, sealRendition } from '../tests/samples/seal-rendition.ts';

/**
 * Records verified per second on one core, XML and PDF (drawn again and compared), beside the bare key operations they
 * cannot do without, in the same run: `node bench/verify.ts [records]`. All keys P-256; every record has other content,
 * and so other digests, signatures and timestamps.
 */
const [count = 60] = process.argv.slice(2).map(Number);
const school = new SampleSchool();
const { crypto } = nodeVerifyTools;
const trust = prepareTrust(school.trust(), crypto);
const lookupBaseUrl = 'https://hocba.example/t/';
const options = { ...nodeVerifyTools, at: verifyTime, lookupBaseUrl };

const xmls = Array.from({ length: count }, (_, index) => school.xml({ sheet: pupil(index) }));
const pdfs: Uint8Array[] = [];
for (const recordXml of xmls) {
  const pdf = await renderRecord({ recordXml, lookupBaseUrl });
  pdfs.push(sealRendition({ pdf, seal: school.seal, authority: school.authority }));
}

/** Per signature: its own value and its timestamp token's. */
const verifiesOfXml = sampleSheet.signatories.length * 2;
const verifiesOfPdf = verifiesOfXml + 2;

await everyRecord(xmls.slice(0, 10));
await everyRecord(pdfs.slice(0, 3));
prepareAnew();
const floor = bareVerify();
const xml = await everyRecord(xmls);
const pdf = await everyRecord(pdfs);
const drawn = await drawAgain(xmls);

console.log(`${count} records, ${xmls[0]?.length} bytes XML, ${pdfs[0]?.length} bytes PDF, one core`);
console.log(`bare P-256 verify ${floor.toFixed(3)} ms`);
line('XML', xml, verifiesOfXml);
line('PDF', pdf, verifiesOfPdf);
console.log(`     of it drawing the form again ${drawn.toFixed(2)} ms (${((100 * drawn) / pdf).toFixed(0)} %)`);

function line(what: string, each: number, verifies: number): void {
  const least = verifies * floor;
  const perSecond = (1000 / each).toFixed(0);
  console.log(
    `${what}  ${each.toFixed(2)} ms a record, ${perSecond} records/s; ${verifies} key operations ${least.toFixed(2)} ms (${((100 * least) / each).toFixed(0)} %)`,
  );
}

function pupil(index: number) {
  const number = String(index).padStart(4, '0');
  const student = { ...sampleSheet.student, fullName: `Thạch Thị Ngọc Ánh ${number}`, studentId: `094000${number}` };
  return { ...sampleSheet, student, recordId: `${number}${'0'.repeat(28)}` };
}

/** What was learnt in warming up must not help. */
function prepareAnew(): void {
  trust.paths.clear();
}

/** Milliseconds a record. Throws for one that is not valid: a figure of failures says nothing. */
async function everyRecord(files: readonly Uint8Array[]): Promise<number> {
  const start = performance.now();
  for (const file of files) {
    const { outcome, sentence } = await verifyRecordFile(file, trust, options);
    if (outcome !== 'valid') throw new Error(sentence);
  }
  return (performance.now() - start) / files.length;
}

function bareVerify(): number {
  const { key, certificate } = school.seal;
  const { spki } = parseCertificate(certificate);
  const data = new TextEncoder().encode(`x`.repeat(2000) + sampleTime);
  const signature = signData(key.privateKey, key.algorithm, data);
  const rounds = 2_000;
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    void crypto.verify({ algorithm: key.algorithm, publicKey: spki, data, signature });
  }
  return (performance.now() - start) / rounds;
}

async function drawAgain(files: readonly Uint8Array[]): Promise<number> {
  const renditions = await Promise.all(files.map((recordXml) => renditionOfRecord({ recordXml, lookupBaseUrl })));
  const start = performance.now();
  for (const rendition of renditions) await renderYearSheet(rendition);
  return (performance.now() - start) / files.length;
}
