import { readYearSheet } from '@hocba/record';
import { checkXades, parseXml, SignatureError, toHex, XmlError } from '@hocba/signature';
import type { VerifyContext } from '../context.ts';
import type { XmlFacts } from './record-facts.ts';
import { recordLayout } from './record-layout.ts';

/** Reads the XML once; the content is read from the very tree whose signatures are checked. */
export async function gatherXml(bytes: Uint8Array, { crypto }: Pick<VerifyContext, 'crypto'>): Promise<XmlFacts> {
  const sha256 = toHex(crypto.digest('sha-256', bytes));
  try {
    const document = parseXml(bytes);
    const read = readYearSheet(document.root);
    const xades = await checkXades(document, { crypto, layout: recordLayout(document.root.localName) });
    const content = 'sheet' in read ? { sheet: read.sheet, readProblems: [] } : { readProblems: read.problems };
    return { bytes, sha256, document, xades, ...content };
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    const { line, column } = error instanceof XmlError ? error : { line: 1, column: 1 };
    return { bytes, sha256, parseProblem: { code: error.code, line, column }, readProblems: [], xades: [] };
  }
}
