import type { XmlDocument, XmlElement } from '../../xml/index.ts';

/** What a reference means before or between transforms: bytes, or part of a tree. */
export type SignedData = { readonly kind: 'octets'; readonly bytes: Uint8Array } | NodeData;

export interface NodeData {
  readonly kind: 'nodes';
  readonly document: XmlDocument;
  /** The root where the whole document is meant. */
  readonly apex: XmlElement;
  readonly whole: boolean;
  /** Whether comments belong to it. */
  readonly comments: boolean;
  readonly without?: (element: XmlElement) => boolean;
}
