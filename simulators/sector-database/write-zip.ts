import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a ZIP file; the claims may be lies, for files made to be refused. */
export interface ZipContent {
  readonly name: string;
  readonly data: Uint8Array;
  readonly claimedBytes?: number;
  /** Points at the data of the part before it instead of carrying its own. */
  readonly sharesDataBefore?: true;
}

/** Writes a ZIP byte by byte, so that it can also be written wrongly. @spec APPNOTE 6.3.10 4.3 */
export function writeZip(contents: readonly ZipContent[]): Uint8Array {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let dataOffset = 0;
  for (const { name, data, claimedBytes, sharesDataBefore } of contents) {
    const packed = deflateRawSync(data);
    const header = {
      name: new TextEncoder().encode(name),
      crc: crc32(data),
      packed: packed.length,
      unpacked: claimedBytes ?? data.length,
    };
    if (!sharesDataBefore) {
      dataOffset = offset;
      const start = localHeader(header);
      local.push(start, packed);
      offset += start.length + packed.length;
    }
    directory.push(directoryEntry(header, dataOffset));
  }
  const directoryBytes = directory.reduce((sum, entry) => sum + entry.length, 0);
  return Buffer.concat([...local, ...directory, endRecord(contents.length, directoryBytes, offset)]);
}

interface Header {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

function localHeader({ name, crc, packed, unpacked }: Header): Uint8Array {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(8, 8);
  bytes.writeUInt32LE(crc, 14);
  bytes.writeUInt32LE(packed, 18);
  bytes.writeUInt32LE(unpacked, 22);
  bytes.writeUInt16LE(name.length, 26);
  return Buffer.concat([bytes, name]);
}

function directoryEntry({ name, crc, packed, unpacked }: Header, offset: number): Uint8Array {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 6);
  bytes.writeUInt16LE(8, 10);
  bytes.writeUInt32LE(crc, 16);
  bytes.writeUInt32LE(packed, 20);
  bytes.writeUInt32LE(unpacked, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, name]);
}

function endRecord(count: number, directoryBytes: number, directoryAt: number): Uint8Array {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(directoryBytes, 12);
  bytes.writeUInt32LE(directoryAt, 16);
  return bytes;
}
