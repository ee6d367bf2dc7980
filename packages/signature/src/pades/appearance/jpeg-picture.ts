import { SignatureError } from '../../errors.ts';
import type { Picture } from './picture.ts';

/** Frames a PDF reader must know: baseline, extended and progressive. @spec ISO 32000-1 7.4.8 */
const frameMarkers: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/** Size and colours out of the frame header; the file goes into the PDF as it is. @spec ITU-T T.81 B.2.2 */
export function readJpeg(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 2;
  while (bytes[0] === 0xff && bytes[1] === 0xd8 && at + 10 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (frameMarkers.has(marker)) {
      const components = bytes[at + 9];
      if (bytes[at + 4] !== 8 || (components !== 1 && components !== 3)) break;
      return {
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        colours: components === 1 ? 'gray' : 'rgb',
        samples: { kind: 'jpeg', data: bytes },
      };
    }
    at += 2 + view.getUint16(at + 2);
  }
  throw new SignatureError('pades-malformed', 'no JPEG of gray or RGB');
}
