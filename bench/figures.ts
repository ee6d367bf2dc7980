import { cpus } from 'node:os';
import type { IssuedTimes } from './issued-records.ts';
import type { KeyCosts } from './key-operations.ts';
import type { SchoolYearTimes } from './school-year.ts';

export interface Figures {
  readonly keys: KeyCosts;
  readonly year: SchoolYearTimes;
  readonly issued: IssuedTimes;
  /** Load average over a minute, before and after the acts. */
  readonly load: readonly [number, number];
}

/** The figures in words, each beside the key operations it cannot do without. */
export function printFigures({ keys, year, issued, load }: Figures): string {
  const { principal, seal } = year;
  const pupils = seal.documents;
  // Principal: one signature by the service, checked here, one timestamp token made and checked. P-256 all.
  const principalFloor = (principal.documents * (2 * keys.p256Sign + 2 * keys.p256Verify)) / 1000;
  // Seal: RSA-3072 on XML and PDF, a token made and checked for each.
  const sealFloor = (pupils * 2 * (keys.rsa3072Sign + keys.p256Sign + keys.p256Verify)) / 1000;
  const drawing = (pupils * issued.drawAll) / 1000;
  const whole = year.homeroom + principal.timestamped + seal.issued;
  const wholeFloor = principalFloor * 2 + sealFloor;
  const xmlFloor = 4 * keys.p256Verify + keys.rsa3072Verify + keys.p256Verify;
  return [
    `machine     ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; load before ${load[0].toFixed(1)}, after ${load[1].toFixed(1)}`,
    `keys        P-256 sign ${ms(keys.p256Sign)}, verify ${ms(keys.p256Verify)}; RSA-3072 sign ${ms(keys.rsa3072Sign)}, verify ${ms(keys.rsa3072Verify)} (one core)`,
    `school      ${pupils} records issued; XML ${issued.xmlBytes} bytes, PDF ${issued.pdfBytes} bytes (medians)`,
    `import      ${s(year.imported)} for the whole workbook; carry-over of all classes ${s(year.carriedOver)}`,
    `principal   one act over ${principal.documents} records: signed after ${s(principal.signed)}, all timestamped after ${s(principal.timestamped)} (goal 60 s); keys alone ${s(principalFloor)}, ×${ratio(principal.timestamped, principalFloor)}`,
    `seal        one act over ${pupils} records: signed after ${s(seal.signed)}, all issued as XML and PDF after ${s(seal.issued)} (goal 60 s); keys alone ${s(sealFloor)}, ×${ratio(seal.issued, sealFloor)}`,
    `drawing     all ${pupils} forms alone ${s(drawing)} on all cores: ${percent(drawing, seal.issued)} of the seal's act`,
    `whole life  all homeroom teachers ${s(year.homeroom)}; signed by three and issued: ${(pupils / whole).toFixed(1)} records/s; keys alone ${s(wholeFloor)}, ×${ratio(whole, wholeFloor)}`,
    `issuing     ${(pupils / seal.issued).toFixed(1)} records/s sealed and issued, with PDF and timestamps`,
    `verify      XML ${(1000 / issued.verifyXml).toFixed(0)} records/s (${ms(issued.verifyXml)} each, keys alone ${ms(xmlFloor)}, ×${ratio(issued.verifyXml, xmlFloor)}); PDF drawn again and compared ${(1000 / issued.verifyPdf).toFixed(0)} records/s (${ms(issued.verifyPdf)} each); one core`,
  ].join('\n');
}

function s(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 1 ? 3 : 1)} ms`;
}

function ratio(whole: number, floor: number): string {
  return (whole / floor).toFixed(1);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} %`;
}
