/**
 * What the reader needs of a parsed element. Declared here, not imported: the verifier hands in the very tree whose
 * bytes it checked, so that nothing is parsed twice (parser differentials: signatures must cover what is read).
 */
export interface XmlElement {
  readonly kind: 'element';
  readonly namespace: string;
  readonly localName: string;
  /** Attributes by local name, without namespace declarations; prefixed ones as `{namespace}local`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | XmlText)[];
}

export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}
