import { SignatureError } from '../../errors.ts';
import type { PdfTools } from '../../pdf/index.ts';
import { readJpeg } from './jpeg-picture.ts';
import type { Picture } from './picture.ts';
import { readPng } from './png-picture.ts';

/** Reads a PNG (not interlaced, up to 8 bits a sample) or a JPEG (gray or RGB). Throws `pades-malformed` for any other. */
export function readPicture(bytes: Uint8Array, tools: PdfTools): Picture {
  const picture = bytes[0] === 0xff ? readJpeg(bytes) : readPng(bytes, tools);
  if (picture.width * picture.height === 0) throw new SignatureError('pades-malformed', 'image without pixels');
  return picture;
}
