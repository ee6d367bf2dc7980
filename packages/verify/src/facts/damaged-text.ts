import { labelOfPart } from '@hocba/record';
import type { CryptoPort } from '@hocba/signature';
import type { XmlFacts } from './record-facts.ts';
import { wholeParts } from './record-layout.ts';

export interface TextPart {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** `undefined` where no digest in the file is about it. */
  readonly intact: boolean | undefined;
}

/** No record has more; a hostile file must not cost more. */
const mostSignatures = 32;

const encoder = new TextEncoder();

/**
 * The parts of an XML that no longer parses, found by their tags in the bare text, each held against the digests that
 * stand in the text: a part's bytes in the file are its canonical form, so an equal digest shows it untouched.
 */
export function textParts(text: string, crypto: CryptoPort): readonly TextPart[] {
  const wholes = wholeParts.flatMap(({ id }, index) => {
    const start = startOf(text, index);
    const end = start < 0 ? -1 : endOf(text, index);
    return end <= start ? [] : [{ id, start, end, intact: isAsSigned(id, text.slice(start, end), { text, crypto }) }];
  });
  return [...wholes, ...signatureParts(text)];
}

/** Ids of the parts that were hit in a file that does not parse; the place of the error decides where digests cannot. */
export function damagedParts(xml: XmlFacts, crypto: CryptoPort): readonly string[] {
  if (!xml.parseProblem) return [];
  const text = new TextDecoder('utf-8').decode(xml.bytes);
  const parts = textParts(text, crypto);
  const changed = parts.filter(({ intact }) => intact === false).map(({ id }) => id);
  const at = indexOf(text, xml.parseProblem);
  if (changed.length > 0) return changed.flatMap((id) => (id === 'kq' ? [id, ...rowAt(text, at)] : [id]));
  const hit = parts.findLast(({ start }) => start <= at);
  return hit && hit.intact !== true ? [hit.id] : [];
}

/** The subject row that reading stopped in. */
function rowAt(text: string, at: number): readonly string[] {
  const from = text.lastIndexOf('<MonHoc ', at);
  const row =
    from < 0 || text.lastIndexOf('</KetQua>', at) > from
      ? undefined
      : /Id="(mh-\d+)"/.exec(text.slice(from, from + 200));
  return row?.[1] === undefined ? [] : [row[1]];
}

/** ", trong phần …" for a sentence; empty where nothing can be said. */
export function whereDamaged(xml: XmlFacts, crypto: CryptoPort): string {
  const labels = damagedParts(xml, crypto).map((id) => labelOfPart(id));
  const nearest = labels.at(-1);
  return nearest === undefined ? '' : `, trong ${nearest.charAt(0).toLowerCase()}${nearest.slice(1)}`;
}

/** Where a part begins: at its own tag, or, that being hit, where the one before ends. */
function startOf(text: string, index: number): number {
  const own = text.indexOf(`<${wholeParts[index]?.element} xmlns=`);
  if (own >= 0) return own;
  const before = wholeParts[index - 1];
  const tag = before ? `</${before.element}>` : 'phienBan="1.0">';
  const at = text.indexOf(tag);
  return at < 0 ? -1 : at + tag.length;
}

function endOf(text: string, index: number): number {
  const tag = `</${wholeParts[index]?.element}>`;
  const own = text.lastIndexOf(tag);
  if (own >= 0) return own + tag.length;
  const after = wholeParts[index + 1];
  return text.indexOf(after ? `<${after.element} xmlns=` : '<ChuKy>');
}

function isAsSigned(id: string, part: string, { text, crypto }: { text: string; crypto: CryptoPort }) {
  const signed = firstMatches(text, new RegExp(`URI="#${id}".{0,400}?<ds:DigestValue>([A-Za-z0-9+/=]+)<`, 'gs'));
  if (signed.length === 0) return undefined;
  const digest = btoa(String.fromCharCode(...crypto.digest('sha-256', encoder.encode(part))));
  return signed.some(([, value]) => value === digest);
}

/** By their Ids, whatever became of the tag around them. */
function signatureParts(text: string): readonly TextPart[] {
  const marks = firstMatches(text, /(?<!#)sig-(?:gv-\d{1,2}|cn|ht|cq)\b/g);
  const found = marks.map(({ index, 0: id }) => ({
    id,
    start: Math.max(text.lastIndexOf('<', index), text.lastIndexOf('>', index) + 1),
  }));
  return found.map(({ id, start }, position) => ({
    id,
    start,
    end: found[position + 1]?.start ?? text.length,
    intact: undefined,
  }));
}

function indexOf(text: string, { line, column }: { line: number; column: number }): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

function firstMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    if (found.length >= mostSignatures) break;
    found.push(match);
  }
  return found;
}
