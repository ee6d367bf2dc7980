import { SaxesParser } from 'saxes';
import type { SignatureErrorCode } from '../errors.ts';
import { scanCanonical } from './canonical-scanner.ts';
import { decodeFile } from './decode.ts';
import { type NamespaceParser, TreeBuilder, type XmlSource } from './tree-builder.ts';
import { positionIn, XmlError } from './xml-error.ts';
import { defaultLimits, foreignLimits, type XmlLimits, type XmlOptions } from './xml-limits.ts';
import type { XmlDocument } from './xml-tree.ts';

/**
 * Reads a file once into the tree everything else uses. Refuses, before or while reading: any DOCTYPE, undefined
 * entities, comments, instructions and CDATA (unless the file is foreign), duplicate Ids, xml:id, relative namespace
 * names, encodings other than UTF-8, XML 1.1, and whatever exceeds the limits. Throws XmlError with line and column.
 */
export function parseXml(file: Uint8Array, options: XmlOptions = {}): XmlDocument {
  const foreign = options.foreign === true;
  const limits: XmlLimits = { ...(foreign ? foreignLimits : defaultLimits), ...options.limits };
  const { text, bytes } = decodeFile(file, limits, foreign);
  const scanned = foreign ? undefined : scanCanonical(text, bytes, limits);
  return scanned ?? parseGenerally({ text, bytes, limits, foreign });
}

/** The same without the shorter way for files of our own spelling. */
export function parseGenerally(source: XmlSource): XmlDocument {
  const { text, foreign } = source;
  refuseDoctype(text);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const builder = new TreeBuilder(parser, source);
  listen(parser, builder, foreign);
  try {
    feed(parser, builder, text);
  } catch (error) {
    if (error instanceof XmlError) throw error;
    throw builder.refusal('xml-malformed', error instanceof Error ? error.message : String(error));
  }
  return builder.document();
}

/** Looked for in the bare text: what no parser has seen, no parser can expand. */
function refuseDoctype(text: string): void {
  const found = text.search(/<!DOCTYPE/i);
  if (found >= 0) throw new XmlError('xml-doctype', 'document type declaration', positionIn(text, found));
}

const notBase64 = /[^A-Za-z0-9+/=]/;
/** Shorter ones are not worth the detour. */
const leastBase64 = 120;

/**
 * Certificates, tokens, values: most of a file, and nothing in it that a parser could want to see. Searched piece by piece:
 * one expression over some megabytes of it would end the regular expression engine's stack.
 */
function* longBase64In(text: string): Generator<{ readonly start: number; readonly base64: string }> {
  let end = 0;
  for (let at = text.indexOf('>'); at >= 0; at = text.indexOf('>', at + 1)) {
    if (end <= at) end = text.indexOf('<', at);
    if (end < 0) return;
    if (end - at <= leastBase64) continue;
    const base64 = text.slice(at + 1, end);
    if (!notBase64.test(base64)) yield { start: at + 1, base64 };
  }
}

/** Hands the text to the parser, but base64 that directly follows a start tag straight to the tree. */
function feed(parser: NamespaceParser, builder: TreeBuilder, text: string): void {
  let fed = 0;
  for (const { start, base64 } of longBase64In(text)) {
    parser.write(text.slice(fed, start));
    fed = start;
    // In a comment, an attribute, CDATA or after an end tag it is not what it looks like.
    if (!builder.isDirectlyAfterStartTag(start)) continue;
    builder.addUnparsedText(base64);
    fed += base64.length;
  }
  parser.write(text.slice(fed)).close();
}

/** Each as the bytes themselves say; UTF-8 that is called ASCII is read as UTF-8. */
const foreignEncodings = ['UTF-8', 'US-ASCII', 'ASCII', 'UTF-16', 'ISO-8859-1', 'LATIN1'];

function listen(parser: NamespaceParser, builder: TreeBuilder, foreign: boolean): void {
  const refuse = (code: SignatureErrorCode, what: string) => {
    if (!foreign) throw builder.refusal(code, what);
  };
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0') throw builder.refusal('xml-malformed', `XML ${version}`);
    const readable = foreign ? foreignEncodings : ['UTF-8'];
    if (encoding !== undefined && !readable.includes(encoding.toUpperCase())) {
      throw builder.refusal('xml-encoding', encoding);
    }
  });
  parser.on('opentagstart', () => builder.startTag());
  parser.on('attribute', () => builder.attribute());
  parser.on('opentag', (tag) => builder.openTag(tag));
  parser.on('closetag', () => builder.closeTag());
  parser.on('text', (text) => builder.addText(text));
  parser.on('comment', (text) => {
    refuse('xml-comment', 'comment');
    builder.addComment(text);
  });
  parser.on('cdata', (text) => {
    refuse('xml-cdata', 'CDATA section');
    builder.addText(text);
  });
  parser.on('processinginstruction', ({ target, body }) => {
    refuse('xml-processing-instruction', `<?${target}?>`);
    builder.addInstruction(target, body);
  });
}
