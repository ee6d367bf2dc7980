import type { CryptoPort } from '../crypto/index.ts';
import { SignatureError } from '../errors.ts';
import type { PdfFile, PdfRevision } from '../pdf/index.ts';
import { type ObjectRole, rolesBesideStructure } from '../pdf/object-roles.ts';
import { latin1Text } from '../pdf/text-bytes.ts';
import { isXrefStreamOf } from '../pdf/xref-section.ts';

/**
 * Which bytes of the file are what, with a short digest of each: written into the signature dictionary, under the
 * signature, as a private key. It decides nothing about validity; it tells, when the signature's one digest no longer
 * fits, which part was changed.
 */
export type RegionKind = ObjectRole | 'fileStructure' | 'crossReference';

export interface Region {
  readonly kind: RegionKind;
  /** From 1; 0 where it belongs to no single page. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** The order is the wire code: append only. */
export const regionKinds: readonly RegionKind[] = [
  'fileStructure',
  'crossReference',
  'pageContent',
  'page',
  'annotation',
  'resource',
  'attachment',
  'form',
  'signature',
  'metadata',
  'structure',
  'document',
];

export const regionMapKey = 'HOCB_Regions';
/** "HOCB", version 1. */
const magic = [0x48, 0x4f, 0x43, 0x42, 1];
const headerLength = magic.length + 4;
const entryLength = 10;
const digestLength = 4;
const longestMap = 100_000;

/** The regions of the objects that revisions from `firstRevision` on brought, one after the other without gaps. */
export function regionsOfFile(file: PdfFile, firstRevision: number): readonly Region[] {
  const roles = rolesBesideStructure(file);
  const tags: ObjectRole | 'fileStructure' = file.catalog.entries.has('StructTreeRoot') ? 'structure' : 'fileStructure';
  const starts: Region[] = [];
  for (const revision of file.revisions.slice(firstRevision)) {
    const containers = objectStreams(revision);
    starts.push({ kind: 'fileStructure', page: 0, start: revision.start, end: 0 });
    for (const [number, entry] of revision.entries) {
      if (entry.kind !== 'at' || isXrefStreamOf(revision.section, number)) continue;
      const { role, page = 0 } = roles.get(number) ?? { role: containers.has(number) ? 'fileStructure' : tags };
      starts.push({ kind: role, page, start: entry.offset, end: 0 });
    }
    starts.push({ kind: 'crossReference', page: 0, start: revision.section.start, end: 0 });
  }
  return joined(starts, file.bytes.length);
}

function objectStreams({ entries }: PdfRevision): ReadonlySet<number> {
  return new Set([...entries.values()].flatMap((entry) => (entry.kind === 'inStream' ? [entry.stream] : [])));
}

/** Neighbours of one kind and page become one; each ends where the next begins. */
function joined(starts: readonly Region[], end: number): readonly Region[] {
  const sorted = starts
    .toSorted((a, b) => a.start - b.start)
    .filter((one, at, all) => one.start !== all[at + 1]?.start);
  const kept = sorted.filter((region, at) => {
    const before = sorted[at - 1];
    return before === undefined || before.kind !== region.kind || before.page !== region.page;
  });
  return kept.map((region, at) => ({ ...region, end: kept[at + 1]?.start ?? end }));
}

export function regionMapLength(regions: readonly Region[]): number {
  return headerLength + regions.length * entryLength + digestLength;
}

/** The map of these gapless regions over the final bytes; the last four bytes protect the map itself. */
export function encodeRegionMap(regions: readonly Region[], bytes: Uint8Array, crypto: CryptoPort): Uint8Array {
  const map = new Uint8Array(regionMapLength(regions));
  const view = new DataView(map.buffer);
  map.set(magic);
  view.setUint32(magic.length, regions[0]?.start ?? 0);
  regions.forEach(({ kind, page, start, end }, index) => {
    const at = headerLength + index * entryLength;
    map[at] = regionKinds.indexOf(kind);
    map[at + 1] = Math.min(page, 255);
    view.setUint32(at + 2, end - start);
    if (kind !== 'signature') map.set(shortDigest(bytes.subarray(start, end), crypto), at + 6);
  });
  map.set(shortDigest(map.subarray(0, map.length - digestLength), crypto), map.length - digestLength);
  return map;
}

/** The regions whose digest no longer fits; throws `pades-malformed` when the map itself was changed. */
export function changedRegions(map: Uint8Array, bytes: Uint8Array, crypto: CryptoPort): readonly Region[] {
  if (map.length < headerLength + digestLength || map.length > longestMap) {
    throw new SignatureError('pades-malformed', 'region map of an impossible length');
  }
  const view = new DataView(map.buffer, map.byteOffset, map.length);
  const body = map.subarray(0, map.length - digestLength);
  if (
    !equal(map.subarray(map.length - digestLength), shortDigest(body, crypto)) ||
    magic.some((byte, at) => map[at] !== byte)
  ) {
    throw new SignatureError('pades-malformed', 'region map changed');
  }
  const changed: Region[] = [];
  let start = view.getUint32(magic.length);
  for (let at = headerLength; at + entryLength <= body.length; at += entryLength) {
    const end = start + view.getUint32(at + 2);
    const kind = regionKinds[map[at] ?? 0] ?? 'fileStructure';
    const stated = map.subarray(at + 6, at + entryLength);
    const part = bytes.subarray(start, end);
    const intact = kind === 'signature' ? looksLikeSignature(part) : equal(stated, shortDigest(part, crypto));
    if (!intact) {
      changed.push({ kind, page: map[at + 1] ?? 0, start, end });
    }
    start = end;
  }
  return changed;
}

/** No digest can cover the signature itself; at least it must look like one of ours. */
function looksLikeSignature(part: Uint8Array): boolean {
  const text = latin1Text(part);
  return (
    /^\d+ 0 obj\n<< \/Type \/(Sig|DocTimeStamp) /.test(text) && /\n\/Contents <[0-9a-f]*>\n>>\nendobj\n$/.test(text)
  );
}

/** Where map hexadecimal begins in a file, whether or not the key before it is intact. */
export const regionMapMarks: readonly string[] = [`/${regionMapKey} <`, '<484f434201'];

function shortDigest(bytes: Uint8Array, crypto: CryptoPort): Uint8Array {
  return crypto.digest('sha-256', bytes).subarray(0, digestLength);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
