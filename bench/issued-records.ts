import { renderPool } from '@hocba/rendition';
import { type PreparedTrust, prepareTrust, verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools, readTrustDirectory } from '@hocba/verify/node';
import { renditionOfRecord } from '../tests/samples/seal-rendition.ts';
import type { BenchWorld } from './bench-world.ts';
import { type Spent, spentHere } from './cpu-time.ts';
import { openPatiently } from './open-patiently.ts';

/** What is made of the issued files. */
export interface IssuedTimes {
  readonly records: number;
  readonly xmlBytes: number;
  readonly pdfBytes: number;
  /** Seconds for one record, in one process. */
  readonly verifyXml: Spent;
  /** With the form drawn again and compared. */
  readonly verifyPdf: Spent;
  /** Seconds for one form when all are drawn by one worker a core. */
  readonly draw: Spent;
}

/** PDFs verified with re-rendition: enough to be steady. */
const PDFS = 120;

/** What is made of the issued files: verified one by one, and their forms drawn again. */
export async function measureIssued(bench: BenchWorld): Promise<IssuedTimes> {
  const { xmls, pdfs } = await download(bench);
  const trust = await trustOf(bench);
  await verifyAll(xmls.slice(0, 20), trust);
  await verifyAll(pdfs.slice(0, 5), trust);
  const verifyXml = await perRecord(xmls, (all) => verifyAll(all, trust));
  const verifyPdf = await perRecord(pdfs.slice(0, PDFS), (all) => verifyAll(all, trust));
  return {
    records: xmls.length,
    xmlBytes: median(xmls.map((xml) => xml.length)),
    pdfBytes: median(pdfs.map((pdf) => pdf.length)),
    verifyXml,
    verifyPdf,
    draw: await drawing(xmls),
  };
}

async function download(bench: BenchWorld) {
  const { reference } = bench;
  const clerk = await openPatiently(bench, reference.facts.sealClerk);
  const xmls: Uint8Array[] = [];
  const pdfs: Uint8Array[] = [];
  for (const { code } of reference.august.classes) {
    const path = `/api/classes/${reference.august.school.schoolYear}/${code}/records`;
    const { records } = await clerk.get<{ records: { yearSheetId: string; issued: boolean }[] }>(path);
    for (const { yearSheetId } of records.filter(({ issued }) => issued)) {
      xmls.push(await clerk.bytes(`/api/year-sheets/${yearSheetId}/xml`));
      pdfs.push(await clerk.bytes(`/api/year-sheets/${yearSheetId}/pdf`));
    }
  }
  return { xmls, pdfs };
}

async function trustOf({ world }: BenchWorld): Promise<PreparedTrust> {
  const lists = ['root', 'issuing'].map(async (name) => {
    const answer = await fetch(`${world.urls.certificateAuthority}/crl/${name}.crl`);
    return new Uint8Array(await answer.arrayBuffer());
  });
  const trust = { ...readTrustDirectory(world.trustDirectory), crls: await Promise.all(lists) };
  return prepareTrust(trust, nodeVerifyTools.crypto);
}

/** @throws Error when a record has a fault: a figure over faulty records would say nothing. */
async function verifyAll(files: readonly Uint8Array[], trust: PreparedTrust): Promise<void> {
  for (const file of files) {
    const { outcome, checks } = await verifyRecordFile(file, trust, { ...nodeVerifyTools, at: Date.now() });
    const wrong = checks.filter(({ outcome: found }) => found === 'failed');
    if (outcome === 'invalid' || wrong.length > 0) throw new Error(`a record failed: ${JSON.stringify(wrong)}`);
  }
}

/** Reading the record is left out. */
async function drawing(xmls: readonly Uint8Array[]): Promise<Spent> {
  const lookupBaseUrl = 'https://hocba.example/h/';
  const renditions = await Promise.all(xmls.map((recordXml) => renditionOfRecord({ recordXml, lookupBaseUrl })));
  const pool = renderPool();
  const spent = await spentHere(async () => {
    for await (const drawn of pool.renderEach(renditions, (rendition) => rendition)) {
      if ('error' in drawn) throw drawn.error;
    }
  });
  await pool.close();
  return share(spent, xmls.length);
}

async function perRecord(
  files: readonly Uint8Array[],
  work: (files: readonly Uint8Array[]) => Promise<void>,
): Promise<Spent> {
  return share(await spentHere(() => work(files)), files.length);
}

function share({ wall, cpu }: Spent, count: number): Spent {
  return { wall: wall / count, cpu: cpu / count };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
