import { crc32, inflateRawSync } from 'node:zlib';
import { RefusedWorkbook } from './refused-workbook.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import type { ZipPart } from './zip-directory.ts';

/**
 * Looks at every part before a spreadsheet library may: real sizes, no code, no links out, no XML entities,
 * no sheet of a size that only an attack has.
 * @throws RefusedWorkbook
 */
export function inspectParts(parts: readonly ZipPart[], limits: WorkbookLimits): void {
  const names = new Set(parts.map(({ name }) => name));
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw new RefusedWorkbook('notWorkbook');
  for (const { name } of parts) refuseByName(name);
  let cells = 0;
  for (const part of parts) {
    const content = unpack(part);
    if (!/\.(xml|rels|vml)$/i.test(part.name)) continue;
    const text = decode(content, part.name);
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new RefusedWorkbook('xmlEntities', part.name);
    refuseByContent(part.name, text);
    if (/<(?:\w+:)?sheetData[\s>/]/.test(text)) cells += checkSheetSize(text, limits);
    if (cells > limits.cells) throw new RefusedWorkbook('tooManyCells', `hơn ${limits.cells} ô`);
  }
}

const codeParts = /vbaProject|vbaData|\/(activeX|ctrlProps|embeddings|macrosheets|dialogsheets)\//i;
const linkParts = /^xl\/(externalLinks|queryTables|connections\.xml|model\/|webextensions)/i;

function refuseByName(name: string): void {
  if (codeParts.test(`/${name}`)) throw new RefusedWorkbook('macros', name);
  if (linkParts.test(name)) throw new RefusedWorkbook('externalLinks', name);
}

/** Hyperlinks may point outside (Excel makes them of mail addresses): nothing follows them. */
const linkRelationship =
  /Type="[^"]*\/(externalLink|externalLinkPath|oleObject|attachedTemplate|connections|queryTable)"/i;

function refuseByContent(name: string, text: string): void {
  if (name === '[Content_Types].xml' && /macroEnabled|vbaProject|ms-excel\.(sheet|template)\.binary/i.test(text)) {
    throw new RefusedWorkbook('macros');
  }
  if (!name.endsWith('.rels')) return;
  if (linkRelationship.test(text)) throw new RefusedWorkbook('externalLinks');
  for (const [relationship] of text.matchAll(/<[^<>]*TargetMode="External"[^<>]*>/gi)) {
    if (!/\/hyperlink"/.test(relationship)) throw new RefusedWorkbook('externalLinks');
  }
}

/** The directory's sizes are claims: unpacking stops where the claim ends. */
function unpack({ name, method, data, unpackedBytes, crc32: expected }: ZipPart): Uint8Array {
  const content = method === 'stored' ? data : inflate(data, unpackedBytes, name);
  if (content.length !== unpackedBytes || crc32(content) !== expected) throw new RefusedWorkbook('damaged', name);
  return content;
}

function inflate(data: Uint8Array, unpackedBytes: number, name: string): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(unpackedBytes, 1) });
  } catch (cause) {
    const lied = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new RefusedWorkbook(lied ? 'unpackedTooLarge' : 'damaged', name, { cause });
  }
}

/** Only UTF-8: another encoding could hide what is searched for here. */
function decode(content: Uint8Array, name: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    if (!text.includes('\0') && !/^[^>]*encoding=["'](?!utf-8)/i.test(text.slice(0, 200))) return text;
  } catch (cause) {
    throw new RefusedWorkbook('damaged', name, { cause });
  }
  throw new RefusedWorkbook('damaged', name);
}

/** Every row, cell and range must lie inside the limits; returns the number of cells. */
function checkSheetSize(text: string, limits: WorkbookLimits): number {
  let cells = 0;
  for (const [, tag = '', attributes = ''] of text.matchAll(/<(?:\w+:)?(row|c|mergeCell)(\s[^<>]*)?>/g)) {
    if (tag === 'c') cells += 1;
    for (const [, letters = '', digits = ''] of attributes.matchAll(/(?:\br="|\bref="|:)([A-Z]*)(\d+)/g)) {
      if (Number(digits) > limits.rows || columnNumber(letters) > limits.columns) {
        throw new RefusedWorkbook('tooManyCells', letters === '' ? `dòng ${digits}` : `ô ${letters}${digits}`);
      }
    }
  }
  return cells;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
