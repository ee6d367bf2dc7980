/** What a file may cost; all of it is checked while reading, before anything is built on it. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  /** Attributes and namespace declarations of one element. */
  readonly attributesOfElement: number;
}

export interface XmlOptions {
  readonly limits?: Partial<XmlLimits>;
  /**
   * Files made by others may hold comments (dropped, the text around them joined), processing instructions and CDATA.
   * A record never does.
   */
  readonly foreign?: boolean;
}

/** A record of sixteen signatures with their evidence stays below a tenth of each. */
export const defaultLimits: XmlLimits = { bytes: 8 << 20, depth: 64, elements: 50_000, attributesOfElement: 32 };
