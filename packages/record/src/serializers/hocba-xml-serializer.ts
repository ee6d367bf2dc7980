import { formatVersion } from '../xml/names/frame-names.ts';
import { assembleRecordXml, writeYearSheet } from '../xml/write-year-sheet.ts';
import type { YearSheet } from '../year-sheet.ts';
import type { RecordSerializer, SerializedFile } from './record-serializer.ts';

export interface HocbaXmlOptions {
  /** The ds:Signature elements of a sheet, in signing order; none where it is not signed. */
  readonly signaturesOf?: (sheet: YearSheet) => readonly string[];
}

/** One canonical file a sheet; carries everything. */
export const hocbaXmlSerializer: RecordSerializer<HocbaXmlOptions> = {
  name: 'Hocba XML',
  version: formatVersion,
  write(sheets, { signaturesOf = () => [] }) {
    const files = sheets.map((sheet): SerializedFile => {
      const { recordId, schoolYear, version } = sheet;
      const content = assembleRecordXml(writeYearSheet(sheet), signaturesOf(sheet));
      return { name: `${recordId}-${schoolYear}-${version}.xml`, mediaType: 'application/xml', content };
    });
    return { files, tables: [], lost: [] };
  },
};
