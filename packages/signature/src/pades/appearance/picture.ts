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
