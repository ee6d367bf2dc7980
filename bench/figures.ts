import { cpus } from 'node:os';
import type { IssuedTimes } from './issued-records.ts';
import type { KeyCosts } from './key-operations.ts';
import type { ActTimes, SchoolYearTimes } from './school-year.ts';

export interface Figures {
  readonly keys: KeyCosts;
  readonly year: SchoolYearTimes;
  readonly issued: IssuedTimes;
  /** Load average over a minute, before and after the acts. */
  readonly load: readonly [number, number];
}

/** The figures in words, each beside the key operations it cannot do without. */
export function printFigures({ keys, year, issued, load }: Figures): string {
  const { principal, seal, homeroom } = year;
  const pupils = seal.documents;
  const cores = cpus().length;
  // A person's signature: made by the service, checked here; its token made, and checked here. All P-256.
  const personFloor = (principal.documents * (2 * keys.p256Sign + 2 * keys.p256Verify)) / 1000;
  // The seal: RSA-3072 on XML and PDF, checked; for each a token made and checked.
  const sealFloor = (pupils * 2 * (keys.rsa3072Sign + keys.rsa3072Verify + keys.p256Sign + keys.p256Verify)) / 1000;
  const wall = homeroom.wall + principal.timestamped + seal.issued;
  const cpu = homeroom.cpu + principal.cpu + seal.cpu;
  const floor = personFloor * 2 + sealFloor;
  // Two people's signatures, three tokens, the seal.
  const verifyFloor = (5 * keys.p256Verify + keys.rsa3072Verify) / 1000;
  const drawing = pupils * issued.draw.cpu;
  return [
    `machine     ${cpus()[0]?.model.trim()}, ${cores} cores, Node ${process.version}; load average before ${load[0].toFixed(1)}, after ${load[1].toFixed(1)}`,
    `keys        P-256 sign ${ms(keys.p256Sign)}, verify ${ms(keys.p256Verify)}; RSA-3072 sign ${ms(keys.rsa3072Sign)}, verify ${ms(keys.rsa3072Verify)}`,
    `school      ${pupils} records; XML ${issued.xmlBytes} bytes, PDF ${issued.pdfBytes} bytes (medians)`,
    `import      ${s(year.imported)} for the whole workbook; release and carry-over of all classes ${s(year.carriedOver)}`,
    `principal   one act over ${principal.documents} records: all signed after ${s(principal.signed)}, timestamped after ${s(principal.timestamped)} (goal 60 s); ${cost(principal, personFloor)}`,
    `seal        one act over ${pupils} records: all signed after ${s(seal.signed)}, issued as XML and PDF after ${s(seal.issued)} (goal 60 s); ${cost(seal, sealFloor)}`,
    `drawing     the ${pupils} PDF forms alone: CPU ${s(drawing)}, ${percent(drawing, seal.cpu)} of the seal's act`,
    `issuing     ${rate(pupils / seal.issued)} records/s sealed and issued; CPU alone would allow ${rate((pupils * cores) / seal.cpu)} on ${cores} cores`,
    `whole life  three signatures, timestamps, XML and PDF: ${rate(pupils / wall)} records/s; CPU ${s(cpu)}, keys alone ${s(floor)}, ×${ratio(cpu, floor)}; without drawing ×${ratio(cpu - drawing, floor)}`,
    `verify XML  ${rate(1 / issued.verifyXml.wall)} records/s in one process; CPU ${ms(issued.verifyXml.cpu * 1000)} each, keys alone ${ms(verifyFloor * 1000)}, ×${ratio(issued.verifyXml.cpu, verifyFloor)}`,
    `verify PDF  ${rate(1 / issued.verifyPdf.wall)} records/s in one process, form drawn again and compared; CPU ${ms(issued.verifyPdf.cpu * 1000)} each`,
  ].join('\n');
}

function cost({ cpu }: ActTimes, floor: number): string {
  return `CPU ${s(cpu)} of all processes, keys alone ${s(floor)}, ×${ratio(cpu, floor)}`;
}

function s(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 1 ? 3 : 1)} ms`;
}

function rate(perSecond: number): string {
  return perSecond.toFixed(perSecond < 20 ? 1 : 0);
}

function ratio(whole: number, floor: number): string {
  return (whole / floor).toFixed(1);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} %`;
}
