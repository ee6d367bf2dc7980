import { SignatureError } from '../../errors.ts';
import type { PdfTools } from '../../pdf/index.ts';
import { readJpeg } from './jpeg-picture.ts';
import { readPng } from './png-picture.ts';

/** An image as a PDF can hold it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: 'rgb' | 'gray';
  readonly samples: PictureSamples;
  /** One byte a pixel, 255 opaque; absent where every pixel is. */
  readonly opacity?: Uint8Array;
}

export type PictureSamples =
  /** One or three bytes a pixel. */
  | { readonly kind: 'plain'; readonly data: Uint8Array }
  /** The file itself. */
  | { readonly kind: 'jpeg'; readonly data: Uint8Array };

export const mostPixels = 4_000_000;

/** Reads a PNG (not interlaced, up to 8 bits a sample) or a JPEG (gray or RGB). Throws `pades-malformed` for any other. */
export function readPicture(bytes: Uint8Array, tools: PdfTools): Picture {
  const picture = bytes[0] === 0xff ? readJpeg(bytes) : readPng(bytes, tools);
  if (picture.width * picture.height === 0) throw new SignatureError('pades-malformed', 'image without pixels');
  return picture;
}
