/** Why a rendition could not be made. */
export type RenditionErrorCode = 'unprintable-character' | 'layout-failed' | 'worker-lost' | 'pool-closed';

/** A rendition that could not be made; `message` is a Vietnamese sentence for the one who asked for it. */
export class RenditionError extends Error {
  readonly code: RenditionErrorCode;

  constructor(code: RenditionErrorCode, message: string) {
    super(message);
    this.name = 'RenditionError';
    this.code = code;
  }
}
