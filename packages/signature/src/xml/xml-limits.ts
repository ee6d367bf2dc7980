/** What a file may cost; all of it is checked while reading, before anything is built on it. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  /** Attributes and namespace declarations of one element. */
  readonly attributesOfElement: number;
}

/** No white space: saxes trims what C14N would not, so such a name would mean two things. */
export const absoluteName = /^[A-Za-z][A-Za-z0-9+.-]*:\S*$/;

/** A namespace name may be written again on every element of a canonical form: a long one would multiply. */
export const longestNamespaceName = 1000;

export interface XmlOptions {
  readonly limits?: Partial<XmlLimits>;
  /**
   * Files made by others may hold comments, processing instructions and CDATA, name elements by `ID`, `id` or `xml:id`
   * as well (even twice, which makes the name ambiguous), and be in UTF-16 or ISO 8859-1. A record never does.
   */
  readonly foreign?: boolean;
}

/** A record of sixteen signatures with their evidence stays below a tenth of each. */
export const defaultLimits: XmlLimits = { bytes: 8 << 20, depth: 64, elements: 50_000, attributesOfElement: 32 };

/** Invoices and dossiers made by others. */
export const foreignLimits: XmlLimits = { bytes: 64 << 20, depth: 256, elements: 1_000_000, attributesOfElement: 256 };
