import { randomFillSync } from 'node:crypto';
import { writeXlsx } from 'hucre/xlsx';
import type { ZipContent } from './write-zip.ts';
import { writeZip } from './write-zip.ts';

/** A file that must be refused, and why. */
export interface HostileFile {
  readonly name: HostileName;
  readonly bytes: Uint8Array;
}

export type HostileName = (typeof hostileNames)[number];

export const hostileNames = [
  'zipBomb',
  'compressedBeyondReason',
  'bombThatLiesAboutItsSize',
  'overlappingParts',
  'tooManyParts',
  'fiftyMegabytes',
  'truncated',
  'notZip',
  'empty',
  'encrypted',
  'formulas',
  'externalLink',
  'externalRelationship',
  'macros',
  'embeddedObject',
  'hugeDimension',
  'hugeMerge',
  'entityBomb',
  'utf16Sheet',
  'zipWithoutWorkbook',
  'wrongChecksum',
] as const;

/** Made afresh each time: 100 MB of zeros does not belong in a repository. */
export async function buildHostileFile(name: HostileName): Promise<HostileFile> {
  return { name, bytes: await bytesOf(name) };
}

async function bytesOf(name: HostileName): Promise<Uint8Array> {
  switch (name) {
    case 'formulas':
      return writeXlsx({
        sheets: [{ name: 'C1-KetQua', rows: [['Điểm']], cells: new Map([['1,2', { value: 9, formula: '4+5' }]]) }],
      });
    case 'encrypted':
      return writeXlsx({
        sheets: [{ name: 'A', rows: [['x']] }],
        encryption: { password: 'mật khẩu', spinCount: 1000 },
      });
    case 'macros':
      return writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }], vbaProject: new Uint8Array(64) });
    case 'truncated': {
      const whole = await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }] });
      return whole.slice(0, Math.floor(whole.length * 0.6));
    }
    case 'notZip':
      return text('Mã học sinh,Họ tên\n0912,Nguyễn Văn A\n');
    case 'empty':
      return new Uint8Array();
    case 'zipWithoutWorkbook':
      return writeZip([{ name: 'readme.txt', data: text('xin chào') }]);
    case 'wrongChecksum':
      return withFlippedChecksum(writeZip(minimalWorkbook()));
    default:
      return writeZip(hostileParts(name));
  }
}

type PartsOnly = Exclude<
  HostileName,
  'formulas' | 'encrypted' | 'macros' | 'truncated' | 'notZip' | 'empty' | 'zipWithoutWorkbook' | 'wrongChecksum'
>;

function hostileParts(name: PartsOnly): readonly ZipContent[] {
  switch (name) {
    case 'zipBomb':
      return [...minimalWorkbook(), { name: 'xl/media/image1.png', data: new Uint8Array(100_000_000) }];
    case 'compressedBeyondReason':
      return minimalWorkbook(sheet(' '.repeat(30_000_000)));
    case 'bombThatLiesAboutItsSize':
      return [
        ...minimalWorkbook(),
        { name: 'xl/theme/theme1.xml', data: new Uint8Array(60_000_000), claimedBytes: 900_000 },
      ];
    case 'overlappingParts': {
      const part = { name: 'xl/theme/theme1.xml', data: text('<a/>') };
      return [...minimalWorkbook(), part, { ...part, sharesDataBefore: true, name: 'xl/theme/theme2.xml' }];
    }
    case 'tooManyParts':
      return [
        ...minimalWorkbook(),
        ...Array.from({ length: 5000 }, (_, index) => ({ name: `xl/${index}.xml`, data: text('<a/>') })),
      ];
    case 'fiftyMegabytes':
      return [...minimalWorkbook(), { name: 'xl/media/image1.png', data: randomFillSync(new Uint8Array(50_000_000)) }];
    case 'externalLink':
      return [...minimalWorkbook(), { name: 'xl/externalLinks/externalLink1.xml', data: text('<externalLink/>') }];
    case 'externalRelationship':
      return [...minimalWorkbook(), externalRelationship()];
    case 'embeddedObject':
      return [...minimalWorkbook(), { name: 'xl/embeddings/oleObject1.bin', data: new Uint8Array(64) }];
    case 'hugeDimension':
      return minimalWorkbook(sheet('<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>'));
    case 'hugeMerge':
      return minimalWorkbook(
        sheet('<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
      );
    case 'entityBomb':
      return minimalWorkbook(
        `<?xml version="1.0"?>${entities()}${sheet('<row r="1"><c r="A1" t="str"><v>&e9;</v></c></row>')}`,
      );
    case 'utf16Sheet':
      return minimalWorkbook(Buffer.from(`\ufeff${sheet('')}`, 'utf16le'));
  }
}

function externalRelationship(): ZipContent {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const relationship = `<Relationship Id="rId1" Type="${type}" Target="http://192.0.2.1/a.png" TargetMode="External"/>`;
  return { name: 'xl/drawings/_rels/drawing1.xml.rels', data: text(`<Relationships>${relationship}</Relationships>`) };
}

/** Each entity holds ten of the one before: a billion letters in a few lines. */
function entities(): string {
  const levels = Array.from({ length: 9 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`);
  return `<!DOCTYPE worksheet [<!ENTITY e0 "ha">${levels.join('')}]>`;
}

/** The first part's checksum in the directory no longer fits its data. */
function withFlippedChecksum(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE((bytes.readUInt32LE(entry + 16) ^ 1) >>> 0, entry + 16);
  return bytes;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function sheet(rows: string, after = ''): string {
  return `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** The least that a spreadsheet program opens: one sheet, C1-KetQua. */
function minimalWorkbook(sheetXml: string | Uint8Array = sheet('')): ZipContent[] {
  const types =
    `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/></Types>`;
  const relationship = (kind: string, target: string): Uint8Array =>
    text(
      `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`,
    );
  const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="C1-KetQua" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  return [
    { name: '[Content_Types].xml', data: text(types) },
    { name: '_rels/.rels', data: relationship('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/workbook.xml', data: text(workbook) },
    { name: 'xl/_rels/workbook.xml.rels', data: relationship('worksheet', 'worksheets/sheet1.xml') },
    { name: 'xl/worksheets/sheet1.xml', data: typeof sheetXml === 'string' ? text(sheetXml) : sheetXml },
  ];
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
