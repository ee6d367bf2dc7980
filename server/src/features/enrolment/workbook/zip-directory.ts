import { RefusedWorkbook } from './refused-workbook.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

/** One packed part of a workbook, as the directory states it. */
export interface ZipPart {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc32: number;
  readonly unpackedBytes: number;
  /** Still packed. */
  readonly data: Uint8Array;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const zip64 = 0xffffffff;

/**
 * Reads a ZIP's directory without unpacking anything, stricter than the format: one disk, no ZIP64, parts that neither
 * overlap nor repeat a name, headers that agree. @spec APPNOTE 6.3.10 4.3
 * @throws RefusedWorkbook
 */
export function readZipDirectory(file: Uint8Array, limits: WorkbookLimits): ZipPart[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts) throw new RefusedWorkbook('tooManyParts', `${count} thành phần`);
  const entries = readEntries(view, end, count);
  checkSizes(entries, limits);
  checkNames(entries);
  return locateParts(file, view, entries);
}

function findEnd(view: DataView): number {
  if (view.byteLength < endBytes || view.getUint32(0, true) !== localSignature) throw notZip(view);
  const lowest = Math.max(0, view.byteLength - endBytes - 0xffff);
  for (let at = view.byteLength - endBytes; at >= lowest; at -= 1) {
    if (
      view.getUint32(at, true) === endSignature &&
      at + endBytes + view.getUint16(at + 20, true) === view.byteLength
    ) {
      return at;
    }
  }
  throw new RefusedWorkbook('damaged');
}

function notZip(view: DataView): RefusedWorkbook {
  const isOle = view.byteLength >= 8 && view.getUint32(0) === 0xd0cf11e0 && view.getUint32(4) === 0xa1b11ae1;
  return new RefusedWorkbook(isOle ? 'encrypted' : 'notWorkbook');
}

interface ZipEntry extends Omit<ZipPart, 'data'> {
  readonly packedBytes: number;
  readonly localAt: number;
}

function readEntries(view: DataView, end: number, count: number): ZipEntry[] {
  const start = view.getUint32(end + 16, true);
  const oneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (!oneDisk || start + view.getUint32(end + 12, true) !== end) throw new RefusedWorkbook('damaged');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) throw new RefusedWorkbook('damaged');
    entries.push(readEntry(view, at));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== end) throw new RefusedWorkbook('damaged');
  return entries;
}

function readEntry(view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  if ((flags & 0x2041) !== 0) throw new RefusedWorkbook('encrypted');
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw new RefusedWorkbook('damaged', `kiểu nén ${method}`);
  const entry: ZipEntry = {
    name: readName(view, at + 46, view.getUint16(at + 28, true)),
    method: method === 0 ? 'stored' : 'deflated',
    crc32: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    unpackedBytes: view.getUint32(at + 24, true),
    localAt: view.getUint32(at + 42, true),
  };
  if ([entry.packedBytes, entry.unpackedBytes, entry.localAt].includes(zip64))
    throw new RefusedWorkbook('unpackedTooLarge');
  return entry;
}

function readName(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) throw new RefusedWorkbook('damaged');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
  } catch (cause) {
    throw new RefusedWorkbook('damaged', '', { cause });
  }
}

function checkSizes(entries: readonly ZipEntry[], limits: WorkbookLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (total > limits.unpackedBytes) {
    throw new RefusedWorkbook('unpackedTooLarge', `giải nén ra ${Math.ceil(total / 1_000_000)} MB`);
  }
  for (const { name, packedBytes, unpackedBytes } of entries) {
    if (unpackedBytes > 1_000_000 && unpackedBytes > packedBytes * limits.compressionRatio) {
      throw new RefusedWorkbook('unpackedTooLarge', name);
    }
  }
}

function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const folded = name.toLowerCase();
    const escapes =
      name.startsWith('/') || name.includes('\\') || name.split('/').includes('..') || name.includes('\0');
    if (escapes || seen.has(folded)) throw new RefusedWorkbook('damaged', 'tên thành phần bên trong không hợp lệ');
    seen.add(folded);
  }
}

/** Parts must lie one after another: overlapping parts are how a small file claims to hold a big one. */
function locateParts(file: Uint8Array, view: DataView, entries: readonly ZipEntry[]): ZipPart[] {
  let free = 0;
  const located = new Map<ZipEntry, Uint8Array>();
  for (const entry of [...entries].sort((left, right) => left.localAt - right.localAt)) {
    const { localAt, packedBytes, name } = entry;
    if (localAt < free || localAt + 30 > file.length || view.getUint32(localAt, true) !== localSignature) {
      throw new RefusedWorkbook('damaged');
    }
    const nameBytes = view.getUint16(localAt + 26, true);
    if (readName(view, localAt + 30, nameBytes) !== name) throw new RefusedWorkbook('damaged');
    const dataAt = localAt + 30 + nameBytes + view.getUint16(localAt + 28, true);
    free = dataAt + packedBytes;
    if (free > file.length) throw new RefusedWorkbook('damaged');
    located.set(entry, file.subarray(dataAt, free));
  }
  return entries.map((entry) => ({ ...entry, data: located.get(entry) ?? new Uint8Array() }));
}
