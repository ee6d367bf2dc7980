import { inflateRawSync } from 'node:zlib';
import { defaultWorkbookLimits } from '../../../server/src/features/enrolment/workbook/index.ts';
import { readZipDirectory } from '../../../server/src/features/enrolment/workbook/zip-directory.ts';
import { writeZip } from '../../../simulators/sector-database/write-zip.ts';
import { alteredBytes } from './bytes.ts';
import { type Draw, oneOf } from './numbers.ts';
import { alteredXml } from './xml.ts';

/** A ZIP whose frame is altered, or one of whose parts is and then packed again so that sizes and sums fit. */
export function alteredZip(input: Uint8Array, draw: Draw): Uint8Array {
  const parts = draw(3) === 0 ? undefined : unpackedParts(input);
  if (parts === undefined) return alteredBytes(input, draw);
  const chosen = oneOf(parts, draw);
  return writeZip(parts.map((part) => (part === chosen ? { ...part, data: alteredXml(part.data, draw) } : part)));
}

function unpackedParts(input: Uint8Array) {
  try {
    return readZipDirectory(input, defaultWorkbookLimits).map(({ name, method, data }) => ({
      name,
      data: method === 'stored' ? data : new Uint8Array(inflateRawSync(data)),
    }));
  } catch {
    return undefined;
  }
}
