/** Lifting signatures to the levels that prove them for decades, whatever kind of file they stand in. */
export {
  type ExtendableFile,
  type ExtensionInput,
  type ExtensionOutcome,
  type ExtensionRefusal,
  extendSignatures,
  type MaterialOfSignature,
  type Stamp,
} from './extend-signatures.ts';
export { extendablePdf } from './extendable-pdf.ts';
export { type ExtendableXmlTools, extendableXml } from './extendable-xml.ts';
