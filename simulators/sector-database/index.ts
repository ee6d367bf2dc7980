export type { AwkwardCase, AwkwardPupils } from './awkward-cases.ts';
export { awkwardCases } from './awkward-cases.ts';
export type { SheetRows } from './lay-out-workbook.ts';
export { layOutWorkbook } from './lay-out-workbook.ts';
export type { ReferenceSchool, SchoolPeople } from './reference-school.ts';
export { buildReferenceSchool, buildSecondSchool } from './reference-school.ts';
export type * from './school-data.ts';
export { writeSheets, writeWorkbook } from './write-workbook.ts';
